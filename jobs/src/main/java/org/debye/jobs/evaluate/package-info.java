/** The job {@code evaluate}: predictions of trained models beside labels. */
@NullMarked
package org.debye.jobs.evaluate;

import org.jspecify.annotations.NullMarked;
