// SPDX-License-Identifier: Apache-2.0
// national_gen --scale S --out FOLDER: the records of the national workload, the same bytes each time.
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string_view>

#include "tables.hpp"

int main(int count, char** words) try {
  using namespace tdkt::bench::national;
  double scale = 0;
  std::filesystem::path folder;
  for (int i = 1; i + 1 < count; i += 2) {
    const std::string_view option = words[i];
    if (option == "--scale") scale = std::atof(words[i + 1]);
    else if (option == "--out") folder = words[i + 1];
    else count = 0;
  }
  if (count != 5 || scale <= 0 || folder.empty()) {
    std::cerr << "usage: national_gen --scale S --out FOLDER\n";
    return 2;
  }
  std::filesystem::create_directories(folder);
  Population population(scale);
  write_units(population, folder);
  write_blocs(population, folder);
  write_bloc_years(population, folder);
  write_unit_years(population, folder);
  write_person_years(population, folder);
  write_people(population, folder);
} catch (const std::exception& error) {
  std::cerr << "national_gen: " << error.what() << '\n';
  return 5;
}
