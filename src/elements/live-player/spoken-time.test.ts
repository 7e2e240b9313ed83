import { expect } from '@open-wc/testing';
import { spokenTime } from './spoken-time.js';

describe('a time as it is said', () => {
  it('has the words of its language, and leaves out what is nothing', () => {
    expect(spokenTime(80, 'en')).to.equal('1 minute 20 seconds');
    expect(spokenTime(3600, 'en')).to.equal('1 hour');
    expect(spokenTime(7325.4, 'en')).to.equal('2 hours 2 minutes 5 seconds');
    expect(spokenTime(80, 'zh-CN')).to.equal('1分钟20秒钟');
  });

  it('is nothing rather than negative', () => {
    expect(spokenTime(0, 'en')).to.equal('0 seconds');
    expect(spokenTime(-3, 'en')).to.equal('0 seconds');
  });

  it('is told in figures where Intl knows no such language', () => {
    expect(spokenTime(65, 'not a language')).to.equal('1 m 5 s');
  });
});
