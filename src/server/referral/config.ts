import * as v from 'valibot';
import { idSchema, limits, moneySchema, pathOf, shortText } from '../../protocol/index.js';
import type { Fault } from '../show/parse-show.js';
import { unknownNames } from '../show/unknown-names.js';

/** Percent come in hundredths: 300 is 3 %. */
const ALL_BP = 10_000;
const days = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
const rateSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(ALL_BP));

/** Whose an order is, when several have brought its viewer. */
export const policySchema = v.object({
  /** `last`: of who brought them last. `first`: first. `bind`: of whom they were bound to, who keeps them for a while. */
  model: v.optional(v.picklist(['last', 'first', 'bind']), 'last'),
  /** How long after an opening its link still counts. Default 7. */
  windowDays: v.optional(v.pipe(days(365), v.minValue(1)), 7),
  /** `bind` alone: how long nobody else can take a viewer over. Default 0. */
  protectDays: v.optional(days(365), 0),
  /** How many levels are worked out for pay: none, who brought the buyer, and who brought that one. Default 1. */
  payableLevels: v.optional(v.picklist([0, 1, 2]), 1),
  /** What the second level gets, of 10,000. Default 0. */
  secondRateBp: v.optional(rateSchema, 0),
});
export type ReferralPolicy = v.InferOutput<typeof policySchema>;

/** A member of the shop's staff who passes rooms on. */
export const guideSchema = v.object({
  id: idSchema,
  name: shortText(limits.nameLength),
  /** What their link carries after the dash: short enough to be said aloud. */
  code: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{2,16}$/, '2 to 16 letters or digits')),
  /** The merchant's own id of them, as in `sub` of their token; their token then needs no `guide`. */
  subject: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(255))),
});
export type Guide = v.InferOutput<typeof guideSchema>;

/** A group that rooms are passed on in, as a merchant calls it. */
export const groupSchema = v.object({
  /** As links have it in `g`. */
  id: idSchema,
  name: shortText(limits.titleLength),
});
export type Group = v.InferOutput<typeof groupSchema>;

export const tierSchema = v.object({
  name: shortText(limits.nameLength),
  /** Net sales from which on it is theirs. */
  from: moneySchema,
  rateBp: rateSchema,
});
export type Tier = v.InferOutput<typeof tierSchema>;

const referralSchema = v.object({
  policy: v.optional(policySchema, {}),
  guides: v.optional(v.pipe(v.array(guideSchema), v.maxLength(1000)), []),
  groups: v.optional(v.pipe(v.array(groupSchema), v.maxLength(5000)), []),
  tiers: v.optional(v.pipe(v.array(tierSchema), v.maxLength(20)), []),
});
/** What a shop has agreed with those who pass its rooms on. The same for all rooms of a server. */
export type ReferralConfig = v.InferOutput<typeof referralSchema>;

/** What a group is called; undefined: nobody has said. */
export const groupNamesOf = ({ groups }: ReferralConfig): ReadonlyMap<string, string> =>
  new Map(groups.map(({ id, name }) => [id, name]));

export const noReferral: ReferralConfig = v.parse(referralSchema, {});

/** The file as it may be used, or everything that is wrong with it. */
export function parseReferral(
  value: unknown,
): { config: ReferralConfig; faults?: never } | { config?: never; faults: Fault[] } {
  const result = v.safeParse(referralSchema, value);
  if (!result.success) {
    return { faults: result.issues.map(issue => ({ path: pathOf(issue), message: issue.message })) };
  }
  const config = result.output;
  const faults = [
    ...unknownNames(value, config),
    ...twice('guides', config.guides, ['id', 'code', 'subject']),
    ...twice('groups', config.groups, ['id']),
    ...wrongTiers(config.tiers),
    ...wrongPolicy(config.policy),
  ];
  return faults.length > 0 ? { faults } : { config };
}

function twice<K extends string>(
  list: string,
  all: readonly { readonly [N in K]?: string | undefined }[],
  names: readonly K[],
): Fault[] {
  const found = names.map(name => {
    const seen = new Map<string, number>();
    return all.flatMap((one, i): Fault[] => {
      if (one[name] === undefined) return [];
      // Codes are typed by hand, and nobody minds the capitals.
      const value = name === 'code' ? one[name].toLowerCase() : one[name];
      const first = seen.get(value);
      if (first === undefined) {
        seen.set(value, i);
        return [];
      }
      return [{ path: `${list}[${i}].${name}`, message: `"${one[name]}" is ${list}[${first}]'s already` }];
    });
  });
  return found.flat();
}

function wrongTiers(tiers: readonly Tier[]): Fault[] {
  return tiers.flatMap((tier, i): Fault[] => {
    const before = tiers[i - 1];
    if (!before) {
      return tier.from.minor === 0
        ? []
        : [{ path: 'tiers[0].from.minor', message: 'the first tier begins at 0' }];
    }
    if (tier.from.currency !== before.from.currency) {
      return [
        {
          path: `tiers[${i}].from.currency`,
          message: `all tiers are in one currency (${before.from.currency})`,
        },
      ];
    }
    if (tier.from.minor > before.from.minor) return [];
    return [{ path: `tiers[${i}].from.minor`, message: 'each tier begins above the one before' }];
  });
}

function wrongPolicy({ model, protectDays, payableLevels, secondRateBp }: ReferralPolicy): Fault[] {
  const faults: Fault[] = [];
  if (protectDays > 0 && model !== 'bind') {
    faults.push({ path: 'policy.protectDays', message: 'only "model": "bind" protects' });
  }
  if (secondRateBp > 0 && payableLevels < 2) {
    faults.push({
      path: 'policy.secondRateBp',
      message: 'the second level is paid only where payableLevels is 2',
    });
  }
  return faults;
}
