// SPDX-License-Identifier: Apache-2.0
#include "reports/pieces.hpp"

#include <algorithm>
#include <vector>

namespace tdkt::reports {

namespace {

constexpr std::size_t pieces_at_a_time = 8;

}  // namespace

void in_pieces(const evaluate::Evaluation& evaluation, std::size_t size, std::size_t in_piece, const Make& make,
               const Sink& sink) {
  const auto pieces = (size + in_piece - 1) / in_piece;
  std::vector<std::string> made(std::min(pieces, pieces_at_a_time));
  for (std::size_t first = 0; first < pieces; first += pieces_at_a_time) {
    const auto count = std::min(pieces_at_a_time, pieces - first);
    evaluation.in_ranges(count, 1, [&](std::size_t begin, std::size_t end) {
      for (auto i = begin; i < end; ++i) {
        made[i].clear();
        make((first + i) * in_piece, std::min(size, (first + i + 1) * in_piece), made[i]);
      }
    });
    for (std::size_t i = 0; i < count; ++i) sink(made[i]);
  }
}

}  // namespace tdkt::reports
