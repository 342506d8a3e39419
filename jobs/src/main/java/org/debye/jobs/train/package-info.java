/** The job {@code train}: labelled spectra to models. */
@NullMarked
package org.debye.jobs.train;

import org.jspecify.annotations.NullMarked;
