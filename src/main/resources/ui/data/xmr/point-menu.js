// What can be done at a point, or with a stretch of points.
import { t } from "../../core/i18n.js";
import { toast } from "../../core/toast.js";
import { plainNumber } from "./scale.js";
import { phaseAt } from "./xmr.js";

export function pointMenu(view, index) {
  const { chart, options } = view;
  const phase = phaseAt(chart, index);
  const point = chart.points[index];
  const begins = options.phaseStarts.includes(index);
  const lock = (from, to) => view.change({ baseline: { from, to } });
  return [
    begins
      ? { label: t("data.menu.join"), icon: "close", run: () => view.change({ phaseStarts: options.phaseStarts.filter(start => start !== index) }) }
      : {
        label: t("data.menu.split"), icon: "branch", disabled: index === 0,
        run: () => view.change({ phaseStarts: [...options.phaseStarts, index].sort((one, other) => one - other) }),
      },
    {
      label: t("data.menu.lock-until"), icon: "lock", hint: t("data.points", { count: index - phase.from + 1 }), disabled: index === phase.from,
      run: () => lock(phase.from, index),
    },
    {
      label: t("data.menu.lock-from"), icon: "lock", hint: t("data.points", { count: phase.to - index + 1 }), disabled: index === phase.to,
      run: () => lock(index, phase.to),
    },
    ...(options.baseline ? [{ label: t("data.menu.unlock"), icon: "close", run: () => view.change({ baseline: null }) }] : []),
    "line",
    {
      label: t("data.menu.copy"), icon: "copy", hint: plainNumber(point.value),
      run: async () => {
        await navigator.clipboard.writeText(`${point.label}\t${point.value}`);
        toast(t("copied"), { kind: "good" });
      },
    },
  ];
}

export function stretchMenu(view, { from, to }) {
  const { chart, options } = view;
  const one = phaseAt(chart, from) === phaseAt(chart, to);
  const last = chart.points.length - 1;
  const count = to - from + 1;
  const inside = options.phaseStarts.filter(start => start < from || start > to + 1);
  const starts = [...new Set([...inside, ...(from > 0 ? [from] : []), ...(to < last ? [to + 1] : [])])].sort((a, b) => a - b);
  return [
    { label: t("data.menu.lock-these", { count }), icon: "lock", disabled: !one, run: () => view.change({ baseline: { from, to } }) },
    { label: t("data.menu.phase-these", { count }), icon: "branch", run: () => view.change({ phaseStarts: starts }) },
  ];
}
