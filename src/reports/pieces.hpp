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

// Told of lines that have gone on their way; may be empty.
using Advance = std::function<void(std::size_t lines)>;

// So many things that together are so many lines.
struct Extent {
  std::size_t things, in_piece, lines;
};

// Calls make(begin, end, text) for ranges of things that together are all of them; each appends to an empty
// text. Throws what it or the sink threw first.
using Make = std::function<void(std::size_t begin, std::size_t end, std::string& text)>;
void in_pieces(const evaluate::Evaluation& evaluation, const Extent& extent, const Make& make, const Sink& sink,
               const Advance& advance);

}  // namespace tdkt::reports
