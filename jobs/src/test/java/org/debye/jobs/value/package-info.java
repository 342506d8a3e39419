/** Tests of what users write as one word. */
@NullMarked
package org.debye.jobs.value;

import org.jspecify.annotations.NullMarked;
