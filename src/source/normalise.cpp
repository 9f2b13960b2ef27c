// SPDX-License-Identifier: Apache-2.0
// Two passes, each of which most files leave as they are: characters of word processors give way to
// plain ones, then what is decomposed is composed (NFC).
#include "source/normalise.hpp"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <algorithm>
#include <cstring>

#include "grammar/characters.hpp"

namespace tdkt::source {

namespace {

// Where the next byte stands that may begin something to be replaced: a carriage return, or what is
// not ASCII.
std::size_t next_odd(std::string_view text, std::size_t at) {
  constexpr std::uint64_t high = 0x8080808080808080, ones = 0x0101010101010101;
  while (at + 8 <= text.size()) {
    std::uint64_t word;
    std::memcpy(&word, text.data() + at, 8);
    const auto turned = word ^ (ones * '\r');
    if ((word & high) || ((turned - ones) & ~turned & high)) break;
    at += 8;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80 && text[at] != '\r') ++at;
  return at;
}

Normalised straightened(std::string_view original) {
  Normalised result;
  result.text.reserve(original.size());
  result.map.add(0, 0);
  for (std::size_t at = 0; at < original.size();) {
    const auto plain = next_odd(original, at);
    result.text.append(original, at, plain - at);
    at = plain;
    if (at == original.size()) break;

    const auto [code, size] = grammar::character_at(original, at);
    const bool line_end = code == '\r';
    const auto straight = line_end ? U'\n' : grammar::straightened(code);
    const auto taken = line_end && at + 1 < original.size() && original[at + 1] == '\n' ? 2 : size;
    const auto before = result.text.size();
    if (straight != grammar::dropped) grammar::append(result.text, straight);
    at += taken;
    if (result.text.size() - before != taken) {
      result.map.add(before, at - taken);
      result.map.add(result.text.size(), at);
    }
  }
  return result;
}

// Carries the map of `from`, whose text `edits` turned into `text`, over to it.
Normalised carried(const Normalised& from, std::string text, const icu::Edits& edits) {
  Normalised result{std::move(text), {}};
  const auto end = static_cast<std::uint32_t>(0xFFFFFFFF);
  std::size_t next = 0;  // in from.map
  UErrorCode status = U_ZERO_ERROR;
  auto change = edits.getFineIterator();
  while (change.next(status)) {
    const auto source = static_cast<std::uint32_t>(change.sourceIndex());
    const auto source_end = source + static_cast<std::uint32_t>(change.oldLength());
    const auto target = static_cast<std::uint32_t>(change.destinationIndex());
    result.map.add(target, from.map.original(source, end));
    for (; next < from.map.normalised.size() && from.map.normalised[next] < source_end; ++next)
      if (!change.hasChange() && from.map.normalised[next] > source)
        result.map.add(target + (from.map.normalised[next] - source), from.map.authored[next]);
  }
  result.map.add(result.text.size(), from.map.original(static_cast<std::uint32_t>(from.text.size()), end));
  return result;
}

}  // namespace

void OffsetMap::add(std::size_t in_text, std::size_t in_original) {
  const auto offset = static_cast<std::uint32_t>(in_text), was = static_cast<std::uint32_t>(in_original);
  if (!normalised.empty() && normalised.back() == offset) {
    authored.back() = was;  // what stands for nothing belongs before
    return;
  }
  normalised.push_back(offset);
  authored.push_back(was);
}

std::uint32_t OffsetMap::original(std::uint32_t offset, std::uint32_t size_of_original) const {
  const auto after = std::upper_bound(normalised.begin(), normalised.end(), offset);
  if (after == normalised.begin()) return offset;
  const auto i = static_cast<std::size_t>(after - normalised.begin()) - 1;
  const auto limit = after == normalised.end() ? size_of_original : authored[i + 1];
  return std::min(authored[i] + (offset - normalised[i]), limit);
}

Normalised normalise(std::string_view original) {
  auto straight = straightened(original);
  UErrorCode status = U_ZERO_ERROR;
  const auto* normaliser = icu::Normalizer2::getNFCInstance(status);
  const icu::StringPiece piece(straight.text.data(), static_cast<std::int32_t>(straight.text.size()));
  if (U_FAILURE(status) || normaliser->isNormalizedUTF8(piece, status)) return straight;

  std::string text;
  text.reserve(straight.text.size());
  icu::Edits edits;
  icu::StringByteSink<std::string> sink(&text);
  normaliser->normalizeUTF8(0, piece, sink, &edits, status);
  if (U_FAILURE(status)) return straight;
  return carried(straight, std::move(text), edits);
}

std::size_t end_of_text(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      if (bytes[at] == '\0') return at;
      ++at;
      continue;
    }
    const auto [code, size] = grammar::character_at(bytes, at);
    if (code == grammar::no_character) return at;
    at += size;
  }
  return bytes.size();
}

}  // namespace tdkt::source
