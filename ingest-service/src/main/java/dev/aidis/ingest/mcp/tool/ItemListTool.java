package dev.aidis.ingest.mcp.tool;

import static dev.aidis.ingest.mcp.argument.Parameter.optional;
import static dev.aidis.ingest.mcp.argument.Parameter.required;

import dev.aidis.ingest.mcp.answer.ItemShapes;
import dev.aidis.ingest.mcp.answer.Shape;
import dev.aidis.ingest.mcp.argument.ArgumentType;
import dev.aidis.ingest.mcp.argument.ArgumentTypes;
import dev.aidis.ingest.mcp.argument.Arguments;
import dev.aidis.ingest.mcp.argument.Parameter;
import dev.aidis.queries.ContextItemView;
import dev.aidis.queries.DecisionView;
import dev.aidis.queries.ItemFilter;
import dev.aidis.queries.ItemFilter.Place;
import dev.aidis.queries.ItemPage;
import dev.aidis.queries.TaskView;
import dev.aidis.queries.page.Page;
import dev.aidis.queries.report.ItemsReport;
import dev.aidis.schemas.ActivityLimits;
import java.util.List;
import java.util.function.BiFunction;

/** {@code task_list}, {@code decision_list} and {@code context_search}. */
final class ItemListTool<T> implements Tool {
  private static final int ITEMS = 20;
  private static final ArgumentType<String> WORDS = ArgumentTypes.text(ActivityLimits.SHORT);
  private static final Parameter<Integer> LIMIT = Paging.limit(ITEMS);
  private static final Parameter<TaskStatus> STATUS =
      optional("status", TaskStatus.ARGUMENT, "Only those that stand so now.");
  private static final Parameter<String> TEXT =
      optional("text", WORDS, "Words, or beginnings of words, that all occur in one.");
  private static final Parameter<String> LOOKED_FOR =
      required("text", WORDS, "Words, or beginnings of words, that all occur in one.");

  private final Sources sources;
  private final Description description;
  private final Shape<ItemPage<T>> shape;
  private final Parameter<String> text;
  private final BiFunction<Call, ItemFilter, ItemPage<T>> list;
  private final BiFunction<ItemsReport, List<T>, Page> report;

  private ItemListTool(
      Sources sources,
      Description description,
      Shape<ItemPage<T>> shape,
      Parameter<String> text,
      BiFunction<Call, ItemFilter, ItemPage<T>> list,
      BiFunction<ItemsReport, List<T>, Page> report) {
    this.sources = sources;
    this.description = description;
    this.shape = shape;
    this.text = text;
    this.list = list;
    this.report = report;
  }

  static ItemListTool<TaskView> tasks(Sources sources) {
    return new ItemListTool<>(
        sources,
        new Description(
            "task_list",
            "List tasks",
            """
            Lists the user's tasks with their status now, newest first, a page at a time, from all \
            sessions. Call it to see what is left to do, or to find the task_id that task_update \
            needs.""",
            Hints.READS,
            List.of(
                STATUS,
                TEXT,
                ScopeArguments.WORKSPACE,
                ScopeArguments.PROJECT,
                ScopeArguments.TAG,
                LIMIT,
                Paging.AFTER),
            ItemShapes.TASKS.schema()),
        ItemShapes.TASKS,
        TEXT,
        (call, filter) ->
            sources
                .tasks()
                .of(
                    filter,
                    call.arguments().optional(STATUS).map(TaskStatus::wireName).orElse(null)),
        ItemsReport::tasks);
  }

  static ItemListTool<DecisionView> decisions(Sources sources) {
    return new ItemListTool<>(
        sources,
        new Description(
            "decision_list",
            "List decisions",
            """
            Lists the decisions that were recorded with their reasons, newest first, a page at a \
            time, from all sessions. Call it before you decide anew, and when the user asks why \
            something is as it is.""",
            Hints.READS,
            List.of(
                TEXT,
                ScopeArguments.WORKSPACE,
                ScopeArguments.PROJECT,
                ScopeArguments.TAG,
                LIMIT,
                Paging.AFTER),
            ItemShapes.DECISIONS.schema()),
        ItemShapes.DECISIONS,
        TEXT,
        (_, filter) -> sources.decisions().of(filter),
        ItemsReport::decisions);
  }

  static ItemListTool<ContextItemView> context(Sources sources) {
    return new ItemListTool<>(
        sources,
        new Description(
            "context_search",
            "Search context",
            """
            Finds what context_add kept, by words in titles and contents, newest first, a page at a \
            time, from all sessions. Call it when you come to a part of the code that someone may \
            have looked into before.""",
            Hints.READS,
            List.of(
                LOOKED_FOR,
                ScopeArguments.WORKSPACE,
                ScopeArguments.PROJECT,
                ScopeArguments.TAG,
                LIMIT,
                Paging.AFTER),
            ItemShapes.CONTEXT.schema()),
        ItemShapes.CONTEXT,
        LOOKED_FOR,
        (_, filter) -> sources.contextItems().of(filter),
        ItemsReport::context);
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public Answer call(Call call) {
    ItemPage<T> page = list.apply(call, filter(call));
    return new Answer(
        Paging.text(
            sources
                .texts()
                .draw(report.apply(new ItemsReport(sources.texts().zone()), page.items())),
            description.name(),
            page.next()),
        shape.of(page));
  }

  private ItemFilter filter(Call call) {
    Arguments arguments = call.arguments();
    return ItemFilter.newest(call.trackerKey().owner(), arguments.getOr(LIMIT, ITEMS))
        .withWorkspace(arguments.find(ScopeArguments.WORKSPACE))
        .withProject(arguments.find(ScopeArguments.PROJECT))
        .withTag(arguments.find(ScopeArguments.TAG))
        .withText(arguments.find(text))
        .withBefore(arguments.optional(Paging.AFTER).map(Place::parse).orElse(null));
  }
}
