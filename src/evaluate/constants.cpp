// SPDX-License-Identifier: Apache-2.0
#include "evaluate/kernels.hpp"
#include "evaluate/numbers.hpp"
#include "values/match.hpp"

namespace tdkt::evaluate {

namespace {

Truths single(Truth truth) {
  Truths column(1);
  if (truth == Truth::yes) column.yes.set(0);
  if (truth == Truth::no) column.no.set(0);
  return column;
}

CodeColumn single_code(std::uint8_t code) {
  CodeColumn column{1, nullptr, {code}, graph::unknown_code};
  column.codes = column.own.data();
  return column;
}

RowColumn single_row(Row row) {
  RowColumn column{1, nullptr, {row}};
  column.at = column.own.data();
  return column;
}

}  // namespace

Column worked_out(const graph::Known& known, const Work& work) {
  return std::visit(values::match{[](Truth truth) -> Column { return single(truth); },
                                  [](const Interval& number) -> Column { return constant(number); },
                                  [](std::uint8_t code) -> Column { return single_code(code); },
                                  [](Date date) -> Column { return DateColumn{{date}, Bits(1, true)}; },
                                  [&](const std::string& text) -> Column {
                                    return TextColumn{{work.records.literal(text)}};
                                  }},
                    known.value);
}

Column worked_out(const graph::Unknown&, const Work& work) {
  switch (work.node.kind) {
    case graph::Kind::truth: return single(Truth::unknown);
    case graph::Kind::number: return constant(Interval::anything());
    case graph::Kind::code: return single_code(graph::unknown_code);
    case graph::Kind::entity: return single_row(unknown_row);
    case graph::Kind::date: return DateColumn{{Date{}}, Bits(1)};
    case graph::Kind::text: return TextColumn{{unknown_text}};
    case graph::Kind::edges: break;
  }
  assert(false && "a set is never unknown as a whole: its edges are open");
  return single(Truth::unknown);
}

Column worked_out(const graph::Named& named, const Work& work) {
  return single_row(work.records.named(named.entity, named.text).value_or(unknown_row));
}

Column worked_out(const graph::OneRow& row, const Work&) { return single_row(row.row); }

Column worked_out(const graph::Itself&, const Work& work) { return RowColumn{work.rows, nullptr, {}}; }

}  // namespace tdkt::evaluate
