import type { ChainRow, GuideReport, Money, RoomReport } from '../../protocol/index.js';
import type { Chain } from './chain.js';
import { amount, csv, moment, type Cell } from './csv.js';
import type { Guides } from './guides.js';
import type { ShareNode } from './share-tree.js';

/** One link as the chain's pages and its sheet have it. */
export function chainRow(node: ShareNode): ChainRow {
  const { id, parent, guide, depth, at, visits, newViewers, direct, assisted } = node;
  return {
    share: id,
    ...(parent && { parent: parent.id }),
    ...(guide !== undefined && { guide }),
    ...{ depth, at, visits, newViewers },
    direct: direct.toJSON(),
    assisted: assisted.toJSON(),
  };
}

/** One figure a row, so that what a shop wants to know next is a filter and not another file. */
export function reportSheet(report: RoomReport): string {
  const rows: Cell[][] = [];
  const count = (part: string, of: Cell, figure: string, value: number, name?: string) =>
    rows.push([part, of, figure, value, '', name]);
  const money = (part: string, of: Cell, figure: string, sums: readonly Money[], name?: string) => {
    for (const sum of sums) rows.push([part, of, figure, amount(sum), sum.currency, name]);
  };
  for (const figure of ['viewers', 'visits', 'sharers', 'perSharer', 'orders'] as const) {
    count('total', '', figure, report[figure]);
  }
  money('total', '', 'sales', report.sales);
  money('total', '', 'refunds', report.refunds);
  count('total', '', 'referredOrders', report.referred.orders);
  money('total', '', 'referredSales', report.referred.sales);
  for (const [via, opened] of Object.entries(report.intents)) count('intent', via, 'opened', opened);
  report.depths.forEach((viewers, i) => count('depth', i + 1, 'newViewers', viewers));
  for (const { via, visits, newViewers } of report.channels) {
    count('channel', via, 'visits', visits);
    count('channel', via, 'newViewers', newViewers);
  }
  for (const { group, name, visits, newViewers, sold } of report.groups) {
    count('group', group, 'visits', visits, name);
    count('group', group, 'newViewers', newViewers, name);
    count('group', group, 'orders', sold.orders, name);
    money('group', group, 'sales', sold.sales, name);
  }
  for (const { at, visits, intents, orders } of report.times) {
    count('time', moment(at), 'visits', visits);
    count('time', moment(at), 'intents', intents);
    count('time', moment(at), 'orders', orders);
  }
  // Last, so that whoever reads the others by their place goes on as before.
  return csv(['part', 'of', 'figure', 'value', 'currency', 'name'], rows);
}

/** Every link: a column of sales for each currency there is. */
export function chainSheet(chain: Chain): string {
  const nodes = [...chain.shares.values()];
  const currencies = [
    ...new Set(
      nodes
        .flatMap(({ direct, assisted }) => [...direct.sums.list(), ...assisted.sums.list()])
        .map(currencyOf),
    ),
  ].sort();
  const head = ['share', 'parent', 'guide', 'name', 'depth', 'at', 'visits', 'newViewers', 'intents'];
  const sold = ['direct', 'assisted'].flatMap(kind => [
    `${kind}Orders`,
    ...currencies.map(currency => `${kind}Sales ${currency}`),
  ]);
  const sums = ({ orders, sums: all }: ShareNode['direct']): Cell[] => [
    orders,
    ...currencies.map(currency => amount({ minor: all.in(currency), currency })),
  ];
  const rows = nodes.map((node): Cell[] => [
    ...[node.id, node.parent?.id, node.guide, node.name, node.depth, moment(node.at)],
    ...[node.visits, node.newViewers, node.intents],
    ...sums(node.direct),
    ...sums(node.assisted),
  ]);
  return csv([...head, ...sold], rows);
}

const currencyOf = ({ currency }: Money) => currency;

/** Every order that was heard of, and whose it is: who may be paid for it, nearest first. */
export function ordersSheet(chain: Chain, groupNames: ReadonlyMap<string, string> = new Map()): string {
  const head = [
    'orderId',
    'status',
    'at',
    'paidAt',
    'total',
    'currency',
    'share',
    'guide',
    'group',
    'payable1',
    'payable2',
    'groupName',
  ];
  const rows = [...chain.orders.values()].map((order): Cell[] => {
    const { orderId, status, at, paidAt, total, share, group } = order;
    const [first, second] = status === 'paid' ? chain.payable(order) : [];
    return [
      ...[orderId, status, moment(at), paidAt === undefined ? undefined : moment(paidAt)],
      ...[
        total && amount(total),
        total?.currency,
        share?.id,
        share?.guide,
        group,
        nameOf(first),
        nameOf(second),
        group === undefined ? undefined : groupNames.get(group),
      ],
    ];
  });
  return csv(head, rows);
}

/** Whom the shop pays: a guide by their own id, anybody else by their link. */
const nameOf = (node: ShareNode | undefined) => node && (node.guide ?? node.id);

/** Whom to pay what, for those who do it. */
export function guidesSheet(reports: readonly GuideReport[], guides: Guides): string {
  const head = [
    ...['guide', 'name', 'subject', 'code', 'bound', 'visits', 'newViewers', 'intents', 'orders'],
    ...['tier', 'ratePercent', 'counted', 'commission', 'currency'],
  ];
  const rows = reports.map(({ guide, bound, visits, newViewers, intents, direct, tier }): Cell[] => [
    ...[guide.id, guide.name, guides.withId(guide.id)?.subject, guide.code],
    ...[bound, visits, newViewers, intents, direct.orders],
    ...(tier
      ? [tier.name, tier.rateBp / 100, amount(tier.counted), amount(tier.commission), tier.counted.currency]
      : Array<Cell>(5).fill(undefined)),
  ]);
  return csv(head, rows);
}
