/* One function a command; each returns the exit status. */
#ifndef PYVIZ_APP_COMMANDS_H
#define PYVIZ_APP_COMMANDS_H

#include "cli.h"

int command_run(const struct cli *cli);
int command_trace(const struct cli *cli);
int command_state(const struct cli *cli);
int command_render(const struct cli *cli);
int command_show(const struct cli *asked);
int command_check(const struct cli *cli);
int command_list(void);
int command_cat(const struct cli *cli);
int command_verify(const struct cli *cli);

#endif
