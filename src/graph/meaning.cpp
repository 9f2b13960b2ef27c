// SPDX-License-Identifier: Apache-2.0
#include "graph/meaning.hpp"

#include <cstring>
#include <type_traits>

namespace tdkt::graph {

namespace {

class Bytes {
 public:
  template <class Number>
    requires(std::is_integral_v<Number> || std::is_enum_v<Number> || std::is_same_v<Number, values::int128>)
  void add(Number number) {
    char raw[sizeof number];
    std::memcpy(raw, &number, sizeof number);
    text_.append(raw, sizeof number);
  }
  template <class Thing>
  void add(values::Id<Thing> id) { add(id.index); }
  void add(Date date) { add(date.days); }
  void add(Period period) { add(period.first), add(period.last); }
  void add(const Days& days) { add(days.first), add(days.last); }
  void add(const When& when) { add(when.index), add(when.dated), add(when.days); }
  void add(Decimal number) { add(number.scaled()); }
  void add(const Interval& interval) { add(interval.low), add(interval.high); }
  void add(const std::string& text) { add(text.size()), text_ += text; }
  void add(const Receipt& receipt) { add(receipt.records), add(receipt.by), add(receipt.forms); }
  void add(const columns::Timing& timing) { add(timing.cadence), add(timing.declared); }
  template <class Value>
  void add(const std::optional<Value>& value) {
    add(value.has_value());
    if (value) add(*value);
  }
  template <class Value>
  void add(const std::vector<Value>& values) {
    add(values.size());
    for (const auto& value : values) add(value);
  }
  template <class Value, std::size_t size>
  void add(const std::array<Value, size>& values) {
    for (const auto& value : values) add(value);
  }
  template <class... Values>
  void add(const std::variant<Values...>& value) {
    add(value.index());
    std::visit([&](const auto& held) { add(held); }, value);
  }
  std::string text() && { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace

std::string meaning_of(const Operation& operation, const std::vector<NodeId>& inputs, DomainId domain, Kind kind) {
  Bytes bytes;
  bytes.add(operation.index());
  bytes.add(domain), bytes.add(kind), bytes.add(inputs);
  std::visit([&](const auto& held) { std::apply([&](const auto&... field) { (bytes.add(field), ...); }, held.fields()); },
             operation);
  return std::move(bytes).text();
}

}  // namespace tdkt::graph
