/** What users write as one word: ranges, wavelengths, places. */
@NullMarked
package org.debye.jobs.value;

import org.jspecify.annotations.NullMarked;
