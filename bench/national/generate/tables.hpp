// SPDX-License-Identifier: Apache-2.0
// The six tables of the national workload, written to a folder.
#pragma once

#include <filesystem>

#include "population.hpp"

namespace tdkt::bench::national {

void write_units(const Population& population, const std::filesystem::path& folder);
void write_blocs(const Population& population, const std::filesystem::path& folder);
void write_bloc_years(const Population& population, const std::filesystem::path& folder);
void write_unit_years(const Population& population, const std::filesystem::path& folder);
// Also moves people about: afterwards `home` is that of the last year.
void write_person_years(Population& population, const std::filesystem::path& folder);
void write_people(const Population& population, const std::filesystem::path& folder);

}  // namespace tdkt::bench::national
