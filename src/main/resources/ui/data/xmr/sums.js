// Averages that are right to the last digit, as the server works them out: so that limits which are recomputed here are
// the very same numbers.

const SPLITTER = 2 ** 27 + 1;

/** The product of two numbers as a sum of two (Dekker, "A floating-point technique", 1971). */
function product(a, b) {
  const whole = a * b;
  const [aHigh, aLow] = split(a);
  const [bHigh, bLow] = split(b);
  return [whole, aLow * bLow - (whole - aHigh * bHigh - aLow * bHigh - aHigh * bLow)];
}

function split(value) {
  const scaled = SPLITTER * value;
  const high = scaled - (scaled - value);
  return [high, value - high];
}

/** The sum of two numbers as a sum of two (Knuth). */
function sum(a, b) {
  const whole = a + b;
  const part = whole - a;
  return [whole, a - (whole - part) + (b - part)];
}

/** a · b + c, rounded once. */
export function fma(a, b, c) {
  const [high, low] = product(a, b);
  if (!Number.isFinite(high) || !Number.isFinite(low)) return a * b + c;
  const [first, rest] = sum(low, c);
  const [whole, middle] = sum(high, first);
  const [small, last] = sum(middle, rest);
  // Rounded to odd before the last addition, a tie cannot be broken twice (Boldo and Melquiond, 2008).
  return whole + (last === 0 ? small : towardsOdd(small, last));
}

const bits = new DataView(new ArrayBuffer(8));

function towardsOdd(value, rest) {
  bits.setFloat64(0, value);
  const pattern = bits.getBigInt64(0);
  if (value === 0 || pattern & 1n) return value;
  bits.setBigInt64(0, pattern + (value > 0 === rest > 0 ? 1n : -1n));
  return bits.getFloat64(0);
}

/** The mean of the values from `from` up to `to`, without it. */
export function mean(values, from = 0, to = values.length) {
  let total = 0;
  let rest = 0;
  for (let i = from; i < to; i++) {
    const [next, lost] = sum(total, values[i]);
    rest += lost;
    total = next;
  }
  const count = to - from;
  if (!Number.isFinite(total)) return meanOfParts(values, from, to);
  const found = total / count;
  return found + (fma(-found, count, total) + rest) / count;
}

/** For values whose sum is beyond what a number can hold. */
function meanOfParts(values, from, to) {
  let found = 0;
  for (let i = from; i < to; i++) found += values[i] / (to - from);
  return found;
}

export function median(values, from = 0, to = values.length) {
  const sorted = Float64Array.from(values.slice(from, to)).sort();
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
}
