import { expect } from '@open-wc/testing';
import { pageEnvironment } from './environment.js';
import { openMiniProgram } from './open-mini-program.js';
import { surfaceOf } from './surface.js';

describe('the mini-program around the page', () => {
  it('opens a page, or the tab that the page is', async () => {
    const went: string[] = [];
    const wx = (refused: string) => ({
      navigateTo({ url, success, fail }: Parameters<NonNullable<Wx['navigateTo']>>[0]) {
        went.push(`page ${url}`);
        if (url === refused) fail?.();
        else success?.();
      },
      switchTab({ url, success }: Parameters<NonNullable<Wx['switchTab']>>[0]) {
        went.push(`tab ${url}`);
        success?.();
      },
    });
    expect(await openMiniProgram('/pages/a?id=1', wx(''))).to.be.true;
    expect(await openMiniProgram('/pages/b?id=1', wx('/pages/b?id=1'))).to.be.true;
    expect(went).to.deep.equal(['page /pages/a?id=1', 'page /pages/b?id=1', 'tab /pages/b']);
  });

  it('says when it does not open', async () => {
    expect(await openMiniProgram('/pages/a', {})).to.be.false;
    const broken = {
      navigateTo() {
        throw new Error('no bridge');
      },
    };
    expect(await openMiniProgram('/pages/a', broken)).to.be.false;
    expect(await openMiniProgram('/pages/a')).to.be.false;
  });
});

type Wx = NonNullable<Parameters<typeof openMiniProgram>[1]>;

describe('the surface', () => {
  it('is told by the browser’s own words', () => {
    const of = (userAgent: string, wxEnvironment?: string) =>
      surfaceOf({ ...pageEnvironment(), userAgent, wxEnvironment });
    expect(of('Mozilla/5.0 (iPhone) MicroMessenger/8.0 miniProgram/wx12')).to.equal('mini-program');
    expect(of('Mozilla/5.0 (Linux; Android 13) MicroMessenger/8.0')).to.equal('wechat');
    expect(of('Mozilla/5.0 (Linux; Android 13) wxwork/4.1 MicroMessenger/7.0')).to.equal('desk');
    expect(of('Mozilla/5.0 (Linux; Android 13) Chrome/120 Mobile')).to.equal('phone');
    expect(of('Mozilla/5.0 (X11; Linux x86_64) Chrome/120')).to.equal('desk');
    expect(of('Mozilla/5.0 (iPhone)', 'miniprogram')).to.equal('mini-program');
  });
});
