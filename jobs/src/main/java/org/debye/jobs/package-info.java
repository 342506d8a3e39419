/** The command line: one small class for each job, and what runs it. */
@NullMarked
package org.debye.jobs;

import org.jspecify.annotations.NullMarked;
