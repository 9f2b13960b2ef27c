// SPDX-License-Identifier: Apache-2.0
#include "cli/app.hpp"

int main(int count, char** words) { return static_cast<int>(tdkt::cli::run(count, words)); }
