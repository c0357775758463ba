/** When and at what an owner is most productive. */
@org.jspecify.annotations.NullMarked
package dev.aidis.queries.patterns;
