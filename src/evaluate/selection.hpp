// SPDX-License-Identifier: Apache-2.0
// Some rows of a column as a column of their own, and back: so that the kernels, which know whole columns
// only, can be asked for few rows.
#pragma once

#include <span>

#include "evaluate/column.hpp"

namespace tdkt::evaluate {

using Rows = std::vector<std::uint32_t>;  // ascending, each once
using RowSpan = std::span<const std::uint32_t>;
void keep_once(Rows& rows);  // puts them in order

std::size_t rows_of(const Column& column);  // of edges: of their sources

// What it takes beside the records that it shares.
std::size_t bytes_of(const Column& column);

// These rows in their order. A column of a single row stands for all and is handed on as it is.
ColumnPtr selected(const ColumnPtr& column, RowSpan rows);

// The edges of these sources, and which of all edges they are.
EdgeColumn edges_of(const EdgeColumn& edges, RowSpan sources);
Rows edges_from(const EdgeColumn& edges, RowSpan sources);
// The source of an edge; of edges in order each source once.
Row source_of(const EdgeColumn& edges, std::uint32_t edge);
Rows sources_of(const EdgeColumn& edges, RowSpan edge_rows);

// Writes row i of `part` at rows[i] and returns the rows that were others before.
// Requires: both hold values of one kind, and `column` has more than a single row or stands for no others.
Rows put_back(Column& column, RowSpan rows, const Column& part);

// The rows in which two columns of one kind, of so many rows each, differ.
Rows different_rows(const Column& a, const Column& b, std::size_t rows);

bool same_edges(const EdgeColumn& a, const EdgeColumn& b);
// Whether `part` has the same edges from its sources as `edges` from sources[0], sources[1] …
bool same_edges(const EdgeColumn& edges, RowSpan sources, const EdgeColumn& part);

}  // namespace tdkt::evaluate
