/** Tests of the binding of configurations. */
@NullMarked
package org.debye.jobs.config;

import org.jspecify.annotations.NullMarked;
