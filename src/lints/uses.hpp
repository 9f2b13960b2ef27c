// SPDX-License-Identifier: Apache-2.0
// What the rules of a program speak of.
#pragma once

#include <set>
#include <unordered_set>

#include "typed/program.hpp"

namespace tdkt::lints {

struct Uses {
  explicit Uses(const typed::Program& program);

  // Indices. A parameter or definition that is used under its name is used in every pack that has one
  // of that name, for an expression that is moved takes what was in force then.
  std::set<std::uint32_t> facts, relations, scales, definitions, parameters, tables, periods;

 private:
  void all_of(const typed::Expression& expression);
  void mark(const typed::Expression& expression);
  void mark(const typed::Type& type);
  void mark(const typed::Span& span);
  void mark(const typed::Set& set);
  void mark(const typed::Scope& scope);
  void mark_what_follows();
  void mark_namesakes();
  void mark_unread_words();

  const typed::Program& program_;
  std::unordered_set<const typed::Expression*> seen_;
};

}  // namespace tdkt::lints
