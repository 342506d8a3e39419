/** What a run says while it goes on and at its end. */
@NullMarked
package org.debye.jobs.report;

import org.jspecify.annotations.NullMarked;
