// SPDX-License-Identifier: Apache-2.0
// Awards on record: how often one was received, and in which year last. A record whose award is not
// named may be any award's.
#include <algorithm>
#include <limits>

#include "evaluate/kernels.hpp"
#include "grammar/spelling.hpp"

namespace tdkt::evaluate {

using values::Sign;

namespace {

class ReceiptsOnRecord {
 public:
  ReceiptsOnRecord(const Work& work, const graph::Receipt& receipt)
      : found_(work.records.of(receipt.records, {0, true, {}})),
        names_(work.records.of(receipt.by, name_time(work, receipt))),
        among_(work.records.texts_among(receipt.forms)) {
    const auto& fact = work.records.schema[receipt.by];
    if (names_.covered && fact.absent)
      absent_ = values::truth_of(std::binary_search(receipt.forms.begin(), receipt.forms.end(), grammar::key_of(fact.absent->text)));
    if (names_.column) texts_ = std::get_if<columns::Texts>(&names_.column->cells);
  }

  // Further receipts may be missing from the records.
  bool is_open(Row row) const {
    if (!found_.covered) return true;
    return found_.both && (found_.both->maybe_more || (row < found_.both->incomplete.rows && found_.both->incomplete[row]));
  }

  // Tells the day of each receipt that is or may be one of the award.
  template <class Tell>
  void each(Row row, Tell tell) const {
    if (!found_.both || row >= found_.both->forward.rows()) return;
    const auto& forward = found_.both->forward;
    for (auto at = forward.first(row); at < forward.end(row); ++at) {
      const auto is_it = named(forward.targets[at]);
      if (is_it != Truth::no) tell(forward.dates.empty() ? Date{} : forward.dates[at], is_it == Truth::yes);
    }
  }

 private:
  static graph::When name_time(const Work& work, const graph::Receipt& receipt) {
    return {0, work.records.schema[receipt.by].timing.cadence == values::Cadence::dated, {}};
  }
  Truth named(Row record) const {
    if (!texts_ || record >= names_.column->present.rows || !names_.column->present[record]) return absent_;
    return values::truth_of(among_[texts_->ids[record]]);
  }

  RelationRecords found_;
  FactRecords names_;
  std::vector<bool> among_;
  Truth absent_ = Truth::unknown;
  const columns::Texts* texts_ = nullptr;
};

// The longest run of whole numbers that follow one another.
std::int64_t longest_run(std::vector<std::int32_t>& occasions) {
  std::sort(occasions.begin(), occasions.end());
  std::int64_t longest = 0, run = 0;
  for (std::size_t i = 0; i < occasions.size(); ++i) {
    if (i > 0 && occasions[i] == occasions[i - 1]) continue;
    run = i > 0 && occasions[i] == occasions[i - 1] + 1 ? run + 1 : 1;
    longest = std::max(longest, run);
  }
  return longest;
}

Truth compared(Sign sign, std::int64_t least, std::int64_t most, std::int64_t times) {
  switch (sign) {
    case Sign::equal: return least == most && least == times ? Truth::yes : times < least || times > most ? Truth::no : Truth::unknown;
    case Sign::unequal: return opposite(compared(Sign::equal, least, most, times));
    case Sign::at_least: return least >= times ? Truth::yes : most < times ? Truth::no : Truth::unknown;
    case Sign::at_most: return opposite(compared(Sign::at_least, least, most, times + 1));
    case Sign::above: return compared(Sign::at_least, least, most, times + 1);
    case Sign::below: return opposite(compared(Sign::at_least, least, most, times));
  }
  return Truth::unknown;
}

// The years in which the latest receipt may have been.
struct LatestYears {
  std::optional<std::int32_t> sure;  // that of the latest sure one
  std::vector<std::int32_t> later;   // those of later ones that may be receipts
  bool open = false;

  bool may_be_none() const { return !sure; }
  bool surely_none() const { return !sure && later.empty() && !open; }
};

Truth latest_in(const graph::LatestReceipt& latest, const LatestYears& years) {
  if (!latest.year) return years.surely_none() ? Truth::yes : years.may_be_none() ? Truth::unknown : Truth::no;
  const auto year = *latest.year;
  const auto fits = [&](std::int32_t other) { return latest.or_before ? other <= year : other == year; };
  const bool possible = (years.sure && fits(*years.sure)) || std::any_of(years.later.begin(), years.later.end(), fits) ||
                        (years.open && (!years.sure || *years.sure <= year) && year <= latest.until.year());
  const bool certain = years.sure && fits(*years.sure) && !years.open &&
                       std::all_of(years.later.begin(), years.later.end(), fits);
  return certain ? Truth::yes : possible ? Truth::unknown : Truth::no;
}

}  // namespace

Column worked_out(const graph::LatestReceipt& latest, const Work& work) {
  const ReceiptsOnRecord receipts(work, latest.receipt);
  Truths result(work.rows);
  LatestYears years;
  for (std::size_t row = 0; row < work.rows; ++row) {
    years.sure.reset();
    years.later.clear();
    years.open = receipts.is_open(static_cast<Row>(row));
    receipts.each(static_cast<Row>(row), [&](Date date, bool surely) {
      if (surely && date <= latest.until) years.sure = std::max(years.sure.value_or(date.year()), date.year());
    });
    receipts.each(static_cast<Row>(row), [&](Date date, bool surely) {
      if (!surely && date <= latest.until && (!years.sure || date.year() > *years.sure)) years.later.push_back(date.year());
    });
    const auto truth = latest_in(latest, years);
    if (truth == Truth::yes) result.yes.set(row);
    if (truth == Truth::no) result.no.set(row);
  }
  return result;
}

Column worked_out(const graph::Receipts& of, const Work& work) {
  const ReceiptsOnRecord receipts(work, of.receipt);
  Truths result(work.rows);
  std::vector<std::int32_t> sure, all;
  for (std::size_t row = 0; row < work.rows; ++row) {
    std::int64_t least = 0, most = 0;
    sure.clear(), all.clear();
    receipts.each(static_cast<Row>(row), [&](Date date, bool surely) {
      if (date < of.days.first || date > of.days.last) return;
      ++most, least += surely;
      if (!of.occasions) return;
      all.push_back(columns::index_containing(work.records.schema, *of.occasions, date));
      if (surely) sure.push_back(all.back());
    });
    if (of.occasions) least = longest_run(sure), most = longest_run(all);
    if (receipts.is_open(static_cast<Row>(row))) most = std::numeric_limits<std::int32_t>::max();
    const auto truth = compared(of.sign, least, most, of.times);
    if (truth == Truth::yes) result.yes.set(row);
    if (truth == Truth::no) result.no.set(row);
  }
  return result;
}

}  // namespace tdkt::evaluate
