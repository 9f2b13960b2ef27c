// SPDX-License-Identifier: Apache-2.0
// Documents that are too long to be held: made in pieces, by several threads, and passed on in order.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "evaluate/evaluation.hpp"

namespace tdkt::reports {

// Where a document goes, piece by piece.
using Sink = std::function<void(std::string_view)>;

// Text on its way to a sink, in pieces worth passing on.
class Text {
 public:
  explicit Text(const Sink& sink) : sink_(sink) {}
  std::string& line() {
    if (text_.size() >= most) flush();
    return text_;
  }
  void flush() { sink_(text_), text_.clear(); }

 private:
  static constexpr std::size_t most = std::size_t{1} << 18;
  const Sink& sink_;
  std::string text_;
};

// Calls make(begin, end, text) for ranges of so many things that together are 0 … size; each appends to an
// empty text.
using Make = std::function<void(std::size_t begin, std::size_t end, std::string& text)>;
void in_pieces(const evaluate::Evaluation& evaluation, std::size_t size, std::size_t in_piece, const Make& make,
               const Sink& sink);

}  // namespace tdkt::reports
