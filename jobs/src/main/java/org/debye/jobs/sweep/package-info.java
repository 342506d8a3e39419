/** The sweep job: a study's grid as cells, its tables and its figures. */
@NullMarked
package org.debye.jobs.sweep;

import org.jspecify.annotations.NullMarked;
