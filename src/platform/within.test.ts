import { expect } from '@open-wc/testing';
import { within } from './within.js';

const never = () => new Promise<string>(() => {});

describe('within', () => {
  it('hands over what was answered in time', async () => {
    expect(await within(1000, async () => 'yes', 'late')).to.equal('yes');
  });

  it('does not wait for a bridge that never answers', async () => {
    expect(await within(0, never, 'late')).to.equal('late');
  });

  it('turns a rejection and a throw into an outcome', async () => {
    const failed = (error: unknown) => `failed: ${String(error)}`;
    expect(await within(1000, () => Promise.reject(new Error('no')), 'late', failed)).to.equal(
      'failed: Error: no',
    );
    const throws = (): Promise<string> => {
      throw new Error('at once');
    };
    expect(await within(1000, throws, 'late', failed)).to.equal('failed: Error: at once');
    expect(await within(1000, throws, 'late')).to.equal('late');
  });
});
