import * as v from 'valibot';

/** A whole number of a query. */
export const wholeNumber = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,15}$/, `a whole number from ${least} to ${most}`),
    v.transform(Number),
    v.minValue(least),
    v.maxValue(most),
  );
