// SPDX-License-Identifier: Apache-2.0
// Why something is not known.
#include "verdicts/explain_parts.hpp"

namespace tdkt::verdicts {

using evaluate::Cause;

bool has_periods(const columns::Timing& timing) {
  return timing.cadence != values::Cadence::once && timing.cadence != values::Cadence::dated;
}

Phrase period_of(const Look& look, const columns::Timing& timing, const Environment& at) {
  const auto& schema = look.program.schema;
  return text_of(columns::period_at(schema, timing, columns::index_for(schema, timing, at.period)));
}

Phrase body_of(const columns::Fact& fact) { return quoted(fact.attested_by.value_or("")); }

Phrase why_unknown(const Look& look, const Expression& expression, Cause cause, const Environment& at) {
  const auto& schema = look.program.schema;
  const auto* fact = std::get_if<typed::FactOf>(&expression.node);
  const auto* related = std::get_if<typed::Related>(&expression.node);
  const columns::Timing* timing = fact      ? &schema[fact->fact].timing
                                  : related ? &schema[related->relation].timing
                                            : nullptr;
  const auto period = timing && has_periods(*timing) ? period_of(look, *timing, at) : text_of(at.period);
  switch (cause) {
    case Cause::missing_cell:
      if (timing && !has_periods(*timing)) return say(Say::missing_cell_once);
      return say(Say::missing_cell, {period});
    case Cause::no_table:
      return say(Say::no_table);
    case Cause::before_records:
      return say(Say::before_records, {period});
    case Cause::not_attested:
      return fact ? say(Say::not_attested, {body_of(schema[fact->fact])}) : say(Say::missing_cell, {period});
    case Cause::contradiction:
      return say(Say::contradiction);
    case Cause::nobody_on_record:
    case Cause::not_covered:
      return say(Say::missing_cell, {period});
    case Cause::nobody_to_judge:
      return say(Say::nobody_to_judge);
    case Cause::division_by_zero:
      return say(Say::division_by_zero);
    case Cause::overflow:
      return say(Say::overflow);
    case Cause::nothing_applied:
      return say(Say::nothing_applied);
    case Cause::not_defined_then:
      return say(Say::not_defined_then, {period});
    case Cause::tied_members:
      return say(Say::tied_members);
    case Cause::no_such_entity:
      return say(Say::no_such_entity);
    case Cause::gap: {
      const bool grade = std::holds_alternative<typed::GradeOf>(expression.node);
      return say(grade ? Say::no_grade_fits : Say::gap);
    }
    case Cause::none:
    case Cause::other:
      break;
  }
  return say(Say::unknown);
}

Phrase why_unknown(const Look& look, const typed::Set& set, Cause cause, const Environment& at) {
  if (cause == Cause::nobody_on_record) return say(Say::nobody_on_record, {name_of(look, set)});
  if (cause == Cause::no_table) return say(Say::is_value, {name_of(look, set), say(Say::no_table)});
  switch (cause) {
    case Cause::missing_cell:
    case Cause::before_records:
    case Cause::not_covered:
      return say(Say::records_missing, {name_of(look, set), text_of(look, set, at)});
    case Cause::nobody_to_judge:
      return say(Say::nobody_to_judge);
    default:
      return set.from ? why_unknown(look, *set.from, cause, at) : say(Say::unknown);
  }
}

}  // namespace tdkt::verdicts
