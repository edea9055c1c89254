/// Dates as people write them, and what can be asked of them. The calendar is the ISO one
/// (Gregorian, also before it was introduced); the day is that of UTC.
@NullMarked
package parley.llm.builtin.calendar;

import org.jspecify.annotations.NullMarked;
