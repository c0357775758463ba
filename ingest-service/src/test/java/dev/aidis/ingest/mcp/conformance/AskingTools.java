package dev.aidis.ingest.mcp.conformance;

import static dev.aidis.ingest.mcp.conformance.SimpleTools.parsed;
import static dev.aidis.ingest.mcp.conformance.SimpleTools.tool;

import dev.aidis.ingest.mcp.offer.Answers;
import dev.aidis.ingest.mcp.offer.Dialog;
import dev.aidis.ingest.mcp.offer.Question;
import dev.aidis.ingest.mcp.offer.Questions;
import dev.aidis.ingest.mcp.offer.ToolOffer;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageRequest;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.SamplingMessage;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tools that ask the user, the client's model, or for its directories. */
final class AskingTools {
  private static final String DEFAULTS =
      """
      {"type": "object", "properties": {
        "name": {"type": "string", "default": "John Doe"},
        "age": {"type": "integer", "default": 30},
        "score": {"type": "number", "default": 95.5},
        "status": {"type": "string", "enum": ["active", "inactive", "pending"], "default": "active"},
        "verified": {"type": "boolean", "default": true}}}""";

  private static final String ENUMS =
      """
      {"type": "object", "properties": {
        "untitledSingle": {"type": "string", "enum": ["option1", "option2", "option3"]},
        "titledSingle": {"type": "string", "oneOf": [{"const": "value1", "title": "First Option"},
          {"const": "value2", "title": "Second Option"}, {"const": "value3", "title": "Third"}]},
        "legacyEnum": {"type": "string", "enum": ["opt1", "opt2", "opt3"],
          "enumNames": ["Option One", "Option Two", "Option Three"]},
        "untitledMulti": {"type": "array", "minItems": 1, "maxItems": 3,
          "items": {"type": "string", "enum": ["option1", "option2", "option3"]}},
        "titledMulti": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"anyOf": [
          {"const": "value1", "title": "First Choice"}, {"const": "value2", "title": "Second"},
          {"const": "value3", "title": "Third Choice"}]}}}}""";

  private AskingTools() {}

  static List<ToolOffer> all() {
    return List.of(
        withText("test_sampling", "prompt", AskingTools::askModel),
        withText("test_elicitation", "message", AskingTools::askUser),
        tool(
            "test_elicitation_sep1034_defaults",
            dialog -> form(dialog, "Please fill in", DEFAULTS)),
        tool("test_elicitation_sep1330_enums", dialog -> form(dialog, "Please select", ENUMS)),
        tool("test_input_required_result_elicitation", AskingTools::greet),
        tool("test_input_required_result_sampling", AskingTools::capital),
        tool("test_input_required_result_list_roots", AskingTools::roots),
        tool("test_input_required_result_request_state", AskingTools::confirm),
        tool("test_input_required_result_tampered_state", AskingTools::confirm),
        tool("test_input_required_result_multiple_inputs", AskingTools::threeAtOnce),
        tool("test_input_required_result_multi_round", AskingTools::twoInTurn),
        tool("test_input_required_result_capabilities", AskingTools::whatCanBeAsked));
  }

  private static ToolOffer withText(
      String name,
      String argument,
      java.util.function.BiFunction<Dialog, String, CallToolResult> deed) {
    Map<String, Object> schema =
        Map.of(
            "type",
            "object",
            "properties",
            Map.of(argument, Map.of("type", "string")),
            "required",
            List.of(argument));
    return new ToolOffer(
        Tool.builder(name, schema).description("For the conformance suite").build(),
        (Dialog dialog, CallToolRequest request) ->
            deed.apply(dialog, String.valueOf(request.arguments().get(argument))));
  }

  private static CallToolResult askModel(Dialog dialog, String prompt) {
    Answers answers = dialog.ask(Questions.of("model", sampling(prompt, 100)));
    return Contents.text("LLM response: " + answers.sampling("model").map(AskingTools::textOf));
  }

  private static String textOf(CreateMessageResult answer) {
    return answer.content() instanceof TextContent text ? text.text() : "";
  }

  private static CallToolResult askUser(Dialog dialog, String message) {
    return form(
        dialog,
        message,
        """
        {"type": "object", "properties": {"username": {"type": "string"},
          "email": {"type": "string"}}, "required": ["username", "email"]}""");
  }

  private static CallToolResult form(Dialog dialog, String message, String schema) {
    Answers answers =
        dialog.ask(
            Questions.of(
                "form",
                new Question.Form(ElicitFormRequest.builder(message, parsed(schema)).build())));
    return Contents.text(
        "Elicitation completed: "
            + answers
                .form("form")
                .map(answer -> "action=" + answer.action() + ", content=" + answer.content())
                .orElse("no answer"));
  }

  private static CallToolResult greet(Dialog dialog) {
    Answers answers = dialog.ask(Questions.of("user_name", text("What is your name?", "name")));
    return Contents.text("Hello, " + answers.form("user_name").map(ElicitResult::content) + "!");
  }

  private static CallToolResult capital(Dialog dialog) {
    Answers answers =
        dialog.ask(
            Questions.of("capital_question", sampling("What is the capital of France?", 100)));
    return Contents.text(
        answers.sampling("capital_question").map(AskingTools::textOf).orElse("no answer"));
  }

  private static CallToolResult roots(Dialog dialog) {
    Answers answers = dialog.ask(Questions.of("client_roots", new Question.Roots()));
    return Contents.text("Roots: " + answers.roots("client_roots").map(roots -> roots.roots()));
  }

  private static CallToolResult confirm(Dialog dialog) {
    Question question =
        new Question.Form(
            ElicitFormRequest.builder(
                    "Please confirm",
                    parsed(
                        """
                        {"type": "object", "properties": {"ok": {"type": "boolean"}},
                         "required": ["ok"]}"""))
                .build());
    Answers answers = dialog.ask(new Questions(Map.of("confirm", question), "state-ok"));
    return Contents.text(String.valueOf(answers.remembered()));
  }

  private static CallToolResult threeAtOnce(Dialog dialog) {
    Map<String, Question> three = new LinkedHashMap<>();
    three.put("user_name", text("What is your name?", "name"));
    three.put("greeting", sampling("Generate a greeting", 50));
    three.put("client_roots", new Question.Roots());
    Answers answers = dialog.ask(new Questions(three, "three"));
    return Contents.text("Got " + answers.byKey().keySet());
  }

  private static CallToolResult twoInTurn(Dialog dialog) {
    Question name = text("Step 1: What is your name?", "name");
    Answers first = dialog.ask(new Questions(Map.of("step1", name), "two"));
    Answers second =
        dialog.ask(Questions.of("step2", text("Step 2: What is your favorite color?", "color")));
    return Contents.text(
        "%s likes %s"
            .formatted(
                first.form("step1").map(ElicitResult::content),
                second.form("step2").map(ElicitResult::content)));
  }

  private static CallToolResult whatCanBeAsked(Dialog dialog) {
    Map<String, Question> both = new LinkedHashMap<>();
    both.put("elicit_input", text("Elicitation input", "value"));
    both.put("sample_input", sampling("Sample request", 50));
    return Contents.text("Got " + dialog.ask(new Questions(both, null)).byKey().keySet());
  }

  static Question text(String message, String field) {
    Map<String, Object> schema =
        Map.of(
            "type",
            "object",
            "properties",
            Map.of(field, Map.of("type", "string")),
            "required",
            List.of(field));
    return new Question.Form(ElicitFormRequest.builder(message, schema).build());
  }

  private static Question sampling(String prompt, int tokens) {
    return new Question.Sampling(
        CreateMessageRequest.builder(
                List.of(
                    SamplingMessage.builder(Role.USER, TextContent.builder(prompt).build())
                        .build()),
                tokens)
            .build());
  }
}
