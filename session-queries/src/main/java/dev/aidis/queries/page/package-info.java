/**
 * A page for people: what it says ({@link dev.aidis.queries.page.Page}), and how it is drawn as
 * text, Markdown or HTML ({@link dev.aidis.queries.page.Drawing}).
 *
 * <p>Text that users told stands apart from our own on a page, so that each drawing makes it
 * harmless in its own way, and nobody has to think of it before. Everything is immutable and
 * thread-safe.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.queries.page;
