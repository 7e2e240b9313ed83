import { expect } from '@open-wc/testing';
import { shareByWeb } from './share-by-web.js';

const data = { title: 'Spring tea', url: 'https://shop.example/spring' };
const environment = { userAgent: '', document };
const failing = (name: string) => () => Promise.reject(new DOMException('', name));

describe('shareByWeb', () => {
  it('hands the data to the share sheet', async () => {
    const shared: ShareData[] = [];
    const share = async (given: ShareData) => void shared.push(given);
    expect(await shareByWeb(data, { ...environment, share })).to.equal('opened');
    expect(shared).to.eql([data]);
  });

  it('is refused where there is no share sheet', async () => {
    expect(await shareByWeb(data, environment)).to.equal('refused');
  });

  it('does not ask where the page may not', async () => {
    const share = () => Promise.reject(new Error('was asked'));
    expect(await shareByWeb(data, { ...environment, share, canShare: () => false })).to.equal('refused');
    const canShare = () => {
      throw new TypeError('bad data');
    };
    expect(await shareByWeb(data, { ...environment, share, canShare })).to.equal('refused');
  });

  it('says dismissed when the viewer closed the sheet, or one stands open', async () => {
    expect(await shareByWeb(data, { ...environment, share: failing('AbortError') })).to.equal('dismissed');
    expect(await shareByWeb(data, { ...environment, share: failing('InvalidStateError') })).to.equal(
      'dismissed',
    );
  });

  it('is refused when the browser says no, even by throwing', async () => {
    expect(await shareByWeb(data, { ...environment, share: failing('NotAllowedError') })).to.equal('refused');
    const share = (): Promise<void> => {
      throw new TypeError('not now');
    };
    expect(await shareByWeb(data, { ...environment, share })).to.equal('refused');
  });
});
