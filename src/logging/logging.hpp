// SPDX-License-Identifier: Apache-2.0
// One logger a room, all on standard error; standard output is for answers.
//
// A log is for whoever runs the engine; what is wrong with rules or data is a diagnostic. Quiet
// unless SPDLOG_LEVEL says otherwise: SPDLOG_LEVEL=info, SPDLOG_LEVEL=warn,loaders=debug.
#pragma once

#include <spdlog/logger.h>

#include <chrono>
#include <memory>
#include <string>

#include <spdlog/stopwatch.h>  // leaves the clock that it uses to others to include

namespace tdkt::logging {

void set_up();  // reads SPDLOG_LEVEL

// The logger of a room: `engine`, `loaders`.
std::shared_ptr<spdlog::logger> of(const std::string& room);

}  // namespace tdkt::logging
