/** Tests of the unmix job's parts. */
@NullMarked
package org.debye.jobs.unmix;

import org.jspecify.annotations.NullMarked;
