// SPDX-License-Identifier: Apache-2.0
// Expressions moved to another place: a definition's body where it is used.
#pragma once

#include <functional>
#include <unordered_map>

#include "typed/expression.hpp"

namespace tdkt::typed::reading {

// Copies an expression with some of its parts replaced. What stays the same is shared, not copied,
// and what is shared in the original is shared in the copy.
class Rewrite {
 public:
  // `replace` answers what to put in the place of an expression, nullptr to look into its parts;
  // `level` gives each set's members their new level, `when` changes the times of dated names.
  Rewrite(std::function<Expr(const Expr&)> replace,
          std::function<std::uint8_t(std::uint8_t)> level = [](std::uint8_t same) { return same; },
          std::function<void(Span&)> when = [](Span&) {})
      : replace_(std::move(replace)), level_(std::move(level)), when_(std::move(when)) {}

  Expr operator()(const Expr& expression);

 private:
  Node parts_of(const Node& node);
  void list(std::vector<Expr>& parts);
  void dates(Span& span);
  void set(Set& set);

  std::function<Expr(const Expr&)> replace_;
  std::function<std::uint8_t(std::uint8_t)> level_;
  std::function<void(Span&)> when_;
  std::unordered_map<const Expression*, Expr> done_;
};

// What stands for the argument `index` while a body with parameters is read: the argument as seen
// from the entity at `level`, at a place among `levels` levels. It never leaves the reader.
Expr placeholder(std::uint32_t index, std::uint8_t level, std::size_t levels, const Type& type,
                 source::Where written);

// A body, read with its own entity at level 0, as it is meant where it is used: of `subject`, among
// `levels` levels, with the arguments (each typed for the entity at `caller`) put in.
Expr used(const Expr& body, const Expr& subject, std::size_t levels, const std::vector<Expr>& arguments,
          std::uint8_t caller);

// Distinct nodes, up to `most` + 1.
std::size_t size_of(const Expression& expression, std::size_t most);

}  // namespace tdkt::typed::reading
