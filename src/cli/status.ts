/** Exit status: nothing at or above `--fail-on`. */
export const CLEAN = 0
/** Exit status: findings at or above `--fail-on`. */
export const FOUND = 1
/** Exit status: wrong use, broken configuration, or a file that cannot be read. */
export const WRONG_USE = 2
