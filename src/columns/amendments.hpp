// SPDX-License-Identifier: Apache-2.0
// Changes of a dataset where it lies.
//
// The arrays of a dataset are shared and never written, so a column is copied when it is changed for the
// first time and written from then on: a change costs no more than its cell, but for
//   - the first of a column (some milliseconds for millions of rows),
//   - a number that is wider than its column, or has more digits after the point,
//   - a key that the fact had not.
// Values can be given, changed and taken away; rows, periods and tables can not.
#pragma once

#include <memory>
#include <unordered_map>
#include <variant>

#include "columns/change.hpp"
#include "columns/dataset.hpp"

namespace tdkt::columns {

// What a change came to.
struct Changed {
  FactId fact;
  values::Row row;
  std::int32_t period;
  bool differs;    // the cell was another before; else nothing was written
  bool keys;       // the row has a key of the fact more
  Change undo;     // gives the value back that was there; a key stays, without a value
};

class Amendments {
 public:
  // The dataset must outlive it, and nobody else may change it meanwhile. Copies of the dataset that are made
  // between two changes see later ones.
  Amendments(const Schema& schema, Dataset& dataset) : schema_(schema), dataset_(dataset) {}

  std::variant<Changed, Refusal> make(const Change& change);

 private:
  std::optional<Refusal> refusal(const Change& change) const;
  std::optional<Refusal> refusal_of_value(const Fact& fact, const CellValue& value) const;
  bool on_record(const Fact& fact, const Change& change) const;
  Column& column(const Change& change);
  void put(Column& column, std::size_t cell, const CellValue& value);
  void put(Numbers& numbers, std::size_t cell, values::Decimal value);
  void insert(Column& column, std::size_t cell, KeyedCell key);
  template <class T>
  void insert(Array<T>& array, std::size_t at, T value);
  template <class T>
  T* writable(Array<T>& array);

  const Schema& schema_;
  Dataset& dataset_;
  std::unordered_map<const void*, std::shared_ptr<const void>> own_;  // by where their values lie
};

}  // namespace tdkt::columns
