/** The job {@code explore}: principal components, spectral clustering, transition boundaries. */
@NullMarked
package org.debye.jobs.explore;

import org.jspecify.annotations.NullMarked;
