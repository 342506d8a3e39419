/** What a sweep studies: cells of a grid, and the tables and figures that their results come to. */
@NullMarked
package org.debye.jobs.study;

import org.jspecify.annotations.NullMarked;
