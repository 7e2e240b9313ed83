import { createHash } from 'node:crypto';

export interface Signed {
  ticket: string;
  nonceStr: string;
  /** s. */
  timestamp: number;
  /** Of the page, without what follows a `#`. */
  url: string;
}

/** What both apps compare with their own: names in the order of letters and in small ones, values as they are. */
export const jsSignature = ({ ticket, nonceStr, timestamp, url }: Signed): string =>
  createHash('sha1')
    .update(`jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${url}`)
    .digest('hex');
