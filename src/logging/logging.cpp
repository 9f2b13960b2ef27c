// SPDX-License-Identifier: Apache-2.0
#include "logging/logging.hpp"

#include <spdlog/cfg/env.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <mutex>

namespace tdkt::logging {

void set_up() {
  of("engine");
  of("loaders");
  spdlog::cfg::load_env_levels();
}

std::shared_ptr<spdlog::logger> of(const std::string& room) {
  static std::mutex making;
  const std::lock_guard lock(making);
  if (auto made = spdlog::get(room)) return made;
  auto logger = spdlog::stderr_color_mt(room);
  logger->set_level(spdlog::level::err);
  logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e %^%l%$ %n %v");
  return logger;
}

}  // namespace tdkt::logging
