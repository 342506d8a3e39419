/** Tests of the exports. */
@NullMarked
package org.debye.jobs.export;

import org.jspecify.annotations.NullMarked;
