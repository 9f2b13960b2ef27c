// SPDX-License-Identifier: Apache-2.0
// What is expected where, said after "expected …" / "ở đây phải là …". A keyword that is expected
// needs no line: its spelling is the message.
#pragma once

#include "grammar/file.hpp"

namespace tdkt::grammar {

struct Expectation {
  const char* english;
  const char* vietnamese;
};

namespace rules {

template <class Rule>
inline constexpr Expectation expected{nullptr, nullptr};

template <>
inline constexpr Expectation expected<name>{"a name in quotes", "tên trong ngoặc kép"};
template <>
inline constexpr Expectation expected<header>{
    "for whom and when the rule is, for example 'for a unit, every year'",
    "đối tượng và thời gian áp dụng, ví dụ 'cho đơn vị, hằng năm'"};
template <>
inline constexpr Expectation expected<forms>{"a name", "tên gọi"};
template <>
inline constexpr Expectation expected<condition>{"a condition", "điều kiện"};
template <>
inline constexpr Expectation expected<terms>{"words that complete this line", "phần còn lại của dòng này"};
template <>
inline constexpr Expectation expected<ceiling>{"a number", "con số"};
template <>
inline constexpr Expectation expected<rounding_terms>{"'to' and a number of decimals",
                                                      "'đến' và số chữ số thập phân"};
template <>
inline constexpr Expectation expected<day>{"a date, for example 2024-01-31", "ngày, ví dụ 31/01/2024"};
template <>
inline constexpr Expectation expected<last_day>{"a date, for example 2024-12-31", "ngày, ví dụ 31/12/2024"};
template <>
inline constexpr Expectation expected<from_or_until>{"'from' and a date", "'từ' và ngày"};
template <>
inline constexpr Expectation expected<first_day>{"'from' and the first day", "'từ' và ngày đầu tiên"};
template <>
inline constexpr Expectation expected<final_day>{"'until' and the last day", "'đến' và ngày cuối cùng"};
template <>
inline constexpr Expectation expected<what_follows>{"something after it", "nội dung tiếp theo"};
template <>
inline constexpr Expectation expected<formula>{"how the points are worked out", "cách tính điểm"};
template <>
inline constexpr Expectation expected<outcome>{"the outcome", "kết quả"};
template <>
inline constexpr Expectation expected<inputs>{"a value of the input", "giá trị đầu vào"};
template <>
inline constexpr Expectation expected<place_number>{"a place", "vị trí"};
template <>
inline constexpr Expectation expected<whom>{"whom the rows are about, for example 'unit'",
                                            "đối tượng của các dòng, ví dụ 'đơn vị'"};
template <>
inline constexpr Expectation expected<open_definition>{"the name that is left open", "tên được để ngỏ"};
template <>
inline constexpr Expectation expected<form>{"a name in the other language", "tên gọi trong ngôn ngữ kia"};
template <>
inline constexpr Expectation expected<colon>{"':'", "dấu ':'"};
template <>
inline constexpr Expectation expected<arrow>{"'->' and the outcome", "'->' và kết quả"};

}  // namespace rules
}  // namespace tdkt::grammar
