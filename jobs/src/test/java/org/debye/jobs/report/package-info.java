/** Tests of what a run says. */
@NullMarked
package org.debye.jobs.report;

import org.jspecify.annotations.NullMarked;
