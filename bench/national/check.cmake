# The national workload at its smallest: tdkt's verdicts are those that are kept.
# cmake -DGEN=… -DTDKT=… -DSUMMARY=… -DSOURCE=… -DWORK=… -DRENEWAL=… -P check.cmake
file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})
execute_process(COMMAND ${GEN} --scale 0.01 --out ${WORK}/records COMMAND_ERROR_IS_FATAL ANY)
file(COPY ${SOURCE}/dataset.toml DESTINATION ${WORK}/records)
execute_process(COMMAND ${TDKT} eval --rules ${SOURCE} --data ${WORK}/records --for 2017-2024 --language en
                        --format csv --out ${WORK}/answers
                OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${SUMMARY} ${WORK}/answers OUTPUT_FILE ${WORK}/counts.csv COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${WORK}/counts.csv ${SOURCE}/expected-0.01.csv
                COMMAND_ERROR_IS_FATAL ANY)
# Changes of these records are followed to the same verdicts.
execute_process(COMMAND ${RENEWAL} ${SOURCE} ${WORK}/records 2017 2024 500 OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
file(REMOVE_RECURSE ${WORK})
