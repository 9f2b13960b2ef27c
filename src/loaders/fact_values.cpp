// SPDX-License-Identifier: Apache-2.0
#include "loaders/fact_values.hpp"

#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "grammar/spelling.hpp"
#include "loaders/codes_where.hpp"

namespace tdkt::loaders {
namespace {

using values::Decimal;

// What dataset.toml says that cells of this column mean.
class CodeLists {
 public:
  CodeLists(const Work& work, Given given, FactId fact) {
    const Table& table = work.tables[given.table];
    const columns::Fact& declared = work.schema[fact];
    for (const CodeList& list : table.settings.values) {
      const std::string key = loose_key(list.of.text);
      const Meaning& meaning = work.vocabulary.meaning(list.of.text);
      const bool of_fact = std::find(meaning.facts.begin(), meaning.facts.end(), fact) != meaning.facts.end();
      const bool of_scale = declared.type.kind == columns::TypeKind::scale &&
                            std::find(meaning.scales.begin(), meaning.scales.end(), declared.type.scale) !=
                                meaning.scales.end();
      if (key == loose_key(table.raw.headers[given.column]) || of_fact || of_scale) lists_.push_back(&list);
    }
  }

  bool empty() const { return lists_.empty(); }
  std::string_view meant_by(std::string_view text) const {
    if (lists_.empty()) return text;
    const std::string key = grammar::key_of(text);
    for (const CodeList* list : lists_)
      if (const auto found = list->meanings.find(key); found != list->meanings.end()) return found->second.text;
    return text;
  }

 private:
  std::vector<const CodeList*> lists_;
};

// Calls `read(all, code, text)` for each text of the column, in their order, but for those of which quick(code),
// asked on several threads, gives the value.
template <class Value, class Quick, class Read>
ByCode<Value> read_texts(Work& work, Given given, FactId fact, Quick quick, Read read) {
  const Table& table = work.tables[given.table];
  const CodeLists lists(work, given, fact);
  ByCode<Value> all(table.codes(given.column));
  all.states = table.states[given.column];
  const auto is_left = [&](Code code) {
    if (all.states[code] != CellState::value) return false;
    const std::optional<Value> value = quick(code);
    if (value) all.values[code] = *value;
    return !value;
  };
  for (const Code code : codes_where(all.states.size(), work.threads, is_left)) {
    all.states[code] = CellState::bad;
    read(all, code, lists.meant_by(table.text(given.column, code)));
  }
  return all;
}

template <class Value, class Read>
ByCode<Value> read_texts(Work& work, Given given, FactId fact, Read read) {
  return read_texts<Value>(work, given, fact, [](Code) { return std::optional<Value>(); }, read);
}

std::optional<std::uint8_t> truth_of(std::string_view text) {
  static const std::map<std::string, std::uint8_t> words = [] {
    std::map<std::string, std::uint8_t> all;
    for (const char* yes : {"yes", "có", "x", "1", "true", "đúng"}) all[grammar::key_of(yes)] = 1;
    for (const char* no : {"no", "không", "0", "false", "sai"}) all[grammar::key_of(no)] = 0;
    return all;
  }();
  const auto found = words.find(grammar::key_of(text));
  return found == words.end() ? std::nullopt : std::optional(found->second);
}

class NumberCells {
 public:
  NumberCells(Work& work, Given given, FactId fact)
      : table_(work.tables[given.table]), type_(work.schema[fact].type), format_(work.formats[given.table]),
        faults_(table_, given.column) {}

  std::optional<Decimal> read(Code code, std::string_view text) {
    bool with_sign = false;
    if (type_.percent && text.ends_with('%')) {
      with_sign = true;
      text = trimmed(text.substr(0, text.size() - 1));
    }
    auto number = number_in(text, format_);
    const auto two = format_.grouped && !format_.certain ? two_readings(text) : std::nullopt;
    if (two) {
      faults_.add(code, Kind::number_format_unclear, {printable(text), two->with_point.text(), two->with_comma.text()});
      return std::nullopt;
    }
    if (!number) {
      faults_.add(code, Kind::cell_not_a_number, {printable(text)});
      return std::nullopt;
    }
    if (type_.percent) return share(code, text, *number, with_sign);
    if ((type_.whole || type_.year) && !number->is_whole()) {
      faults_.add(code, Kind::number_not_whole, {printable(text)});
      return std::nullopt;
    }
    return number;
  }

  void report(Findings& findings) {
    faults_.report(findings, [&](Finding& finding, Code) { suggest_other_mark(finding); });
  }

 private:
  std::optional<Decimal> share(Code code, std::string_view text, Decimal number, bool with_sign) {
    const auto plain = table_.settings.percent;
    if (with_sign || plain == PlainPercent::hundredths) return values::quotient(number, Decimal(100));
    if (plain == PlainPercent::share || number == Decimal(0)) return number;
    faults_.add(code, Kind::percent_unclear, {printable(text)});
    return std::nullopt;
  }

  // `1.5` in a file that writes 1,5.
  void suggest_other_mark(Finding& finding) const {
    const std::string& text = finding.place.value;
    const NumberFormat other{format_.mark == DecimalMark::point ? DecimalMark::comma : DecimalMark::point, false};
    const auto number = number_in(text, other);
    if (!number || number_in(text, format_)) return;
    std::string right = text;
    std::replace(right.begin(), right.end(), format_.mark == DecimalMark::point ? ',' : '.',
                 format_.mark == DecimalMark::point ? '.' : ',');
    finding.suggestions.push_back({"write '" + right + "'", "viết '" + right + "'"});
  }

  Table& table_;
  const columns::Type& type_;
  const NumberFormat& format_;
  TextFaults faults_;
};

}  // namespace

std::uint32_t Texts::index_of(const std::string& text) {
  const auto [at, fresh] = index_.try_emplace(text, static_cast<std::uint32_t>(all_.size()));
  if (fresh) all_.push_back(text);
  return at->second;
}

ByCode<std::uint8_t> truths(Work& work, Given given, FactId fact) {
  TextFaults faults(work.tables[given.table], given.column);
  auto all = read_texts<std::uint8_t>(work, given, fact, [&](auto& by_code, Code code, std::string_view text) {
    if (const auto truth = truth_of(text)) {
      by_code.set(code, *truth);
    } else {
      faults.add(code, Kind::not_yes_or_no, {printable(text)});
    }
  });
  faults.report(work.findings, [](Finding& finding, Code) {
    finding.suggestions.push_back({"write yes or no", "viết có hoặc không"});
  });
  return all;
}

std::optional<std::uint8_t> attested_code(Work& work, const columns::Attestation& attestation) {
  if (attestation.value.empty()) return std::nullopt;
  const auto& type = work.schema[attestation.fact].type;
  const auto& source = work.dataset.sources[attestation.place.source];
  const diagnostics::DataPlace place{source.path, source.sheet, written(HeaderWord::value).in(grammar::Language::english),
                                     printable(attestation.value), attestation.place.line};
  if (type.kind == columns::TypeKind::truth) {
    const auto truth = truth_of(attestation.value);
    if (!truth) work.findings.add_value(Kind::not_yes_or_no, place, {printable(attestation.value)});
    return truth;
  }
  const auto& scale = work.schema[type.scale];
  const auto key = grammar::key_of(attestation.value);
  for (std::size_t code = 0; code < scale.values.size(); ++code)
    for (const auto& forms : scale.values[code].forms)
      for (const auto& form : forms)
        if (grammar::key_of(form) == key) return static_cast<std::uint8_t>(code);
  work.findings.add_value(Kind::not_in_scale, place, {printable(attestation.value), phrase(scale.name)});
  return std::nullopt;
}

ByCode<std::uint8_t> scale_codes(Work& work, Given given, FactId fact) {
  const ScaleId scale = work.schema[fact].type.scale;
  const Phrase name = phrase(work.schema[scale].name);
  TextFaults faults(work.tables[given.table], given.column);
  auto all = read_texts<std::uint8_t>(work, given, fact, [&](auto& by_code, Code code, std::string_view text) {
    if (const auto value = work.vocabulary.code(scale, text)) {
      by_code.set(code, *value);
    } else {
      faults.add(code, Kind::not_in_scale, {printable(text), name});
    }
  });
  const auto values = work.vocabulary.values_of(scale);
  faults.report(work.findings, [&](Finding& finding, Code) { suggest_near(&finding, finding.place.value, values); });
  return all;
}

ByCode<values::Decimal> numbers(Work& work, Given given, FactId fact) {
  // Whole numbers in digits alone are right in every format, and many.
  const bool plainly = !work.schema[fact].type.percent && CodeLists(work, given, fact).empty();
  NumberCells cells(work, given, fact);
  const Dictionary& written = work.tables[given.table].raw.columns[given.column].texts;
  const auto whole = [&](Code code) {
    const auto number = plainly ? written.number(code) : std::nullopt;
    return number ? std::optional(Decimal(*number)) : std::nullopt;
  };
  auto all = read_texts<Decimal>(work, given, fact, whole, [&](auto& by_code, Code code, std::string_view text) {
    if (const auto number = cells.read(code, text)) by_code.set(code, *number);
  });
  cells.report(work.findings);
  return all;
}

ByCode<values::Date> dates(Work& work, Given given, FactId fact) {
  TextFaults faults(work.tables[given.table], given.column);
  auto all = read_texts<values::Date>(work, given, fact, [&](auto& by_code, Code code, std::string_view text) {
    if (const auto date = date_in(text)) {
      by_code.set(code, *date);
    } else {
      faults.add(code, Kind::cell_not_a_date, {printable(text)});
    }
  });
  faults.report(work.findings);
  return all;
}

ByCode<std::uint32_t> texts(Work& work, Given given, FactId fact, Texts& dictionary) {
  return read_texts<std::uint32_t>(work, given, fact, [&](auto& by_code, Code code, std::string_view text) {
    by_code.set(code, dictionary.index_of(std::string(text)));
  });
}

}  // namespace tdkt::loaders
