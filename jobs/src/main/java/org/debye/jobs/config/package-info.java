/**
 * From a YAML file and {@code key=value} words to a checked record: read with their lines kept,
 * merged, bound strictly, and every problem reported at once.
 */
@NullMarked
package org.debye.jobs.config;

import org.jspecify.annotations.NullMarked;
