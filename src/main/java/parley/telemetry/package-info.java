/// What calls of models look like from outside: metrics and traces under OpenTelemetry's names for
/// generative AI.
@NullMarked
package parley.telemetry;

import org.jspecify.annotations.NullMarked;
