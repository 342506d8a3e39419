/** Imports of files. */
@NullMarked
package org.debye.jobs.imports;

import org.jspecify.annotations.NullMarked;
