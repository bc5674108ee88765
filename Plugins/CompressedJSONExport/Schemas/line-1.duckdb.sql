-- The JSON Lines of FamilyServicesKit, version 1.0, as tables for DuckDB. Once this file is read, every
-- column is there with its type, whether a report has a value in it or not:
--   SELECT count(*) FROM report_action('*.jsonl.gz') WHERE is_overdue;

-- All lines.
CREATE OR REPLACE MACRO report_lines(files) AS TABLE
  SELECT * FROM read_json(files, format = 'newline_delimited', columns = {
    "record": 'VARCHAR',
    "report": 'VARCHAR',
    "organisation": 'VARCHAR',
    "report_date": 'DATE',
    "report_last_day": 'DATE',
    "schema_version": 'VARCHAR',
    "generator": 'VARCHAR',
    "title": 'VARCHAR',
    "committee": 'VARCHAR',
    "author": 'VARCHAR',
    "audience": 'VARCHAR',
    "language": 'VARCHAR',
    "is_synthetic": 'BOOLEAN',
    "area": 'VARCHAR',
    "area_title": 'VARCHAR',
    "period": 'VARCHAR',
    "period_kind": 'VARCHAR',
    "first_day": 'DATE',
    "last_day": 'DATE',
    "contact": 'VARCHAR',
    "next_release_day": 'DATE',
    "next_release_precision": 'VARCHAR',
    "item": 'VARCHAR',
    "text": 'VARCHAR',
    "exempt_paragraphs": 'VARCHAR',
    "agreements": 'VARCHAR',
    "area_kind": 'VARCHAR',
    "is_own_area": 'BOOLEAN',
    "ons_code": 'VARCHAR',
    "dfe_code": 'VARCHAR',
    "members": 'VARCHAR',
    "source": 'VARCHAR',
    "publisher": 'VARCHAR',
    "address": 'VARCHAR',
    "published_day": 'DATE',
    "published_precision": 'VARCHAR',
    "breakdown": 'VARCHAR',
    "breakdown_title": 'VARCHAR',
    "category": 'VARCHAR',
    "category_title": 'VARCHAR',
    "parent": 'VARCHAR',
    "is_total": 'BOOLEAN',
    "indicator": 'VARCHAR',
    "indicator_title": 'VARCHAR',
    "indicator_group": 'VARCHAR',
    "service": 'VARCHAR',
    "definition": 'VARCHAR',
    "unit": 'VARCHAR',
    "decimals": 'BIGINT',
    "accumulation": 'VARCHAR',
    "polarity": 'VARCHAR',
    "owner": 'VARCHAR',
    "owner_title": 'VARCHAR',
    "value": 'DOUBLE',
    "missing": 'VARCHAR',
    "shown": 'VARCHAR',
    "rating": 'VARCHAR',
    "rating_reason": 'VARCHAR',
    "target": 'VARCHAR',
    "target_kind": 'VARCHAR',
    "target_lower": 'DOUBLE',
    "target_upper": 'DOUBLE',
    "target_distance": 'DOUBLE',
    "previous_period": 'VARCHAR',
    "previous_value": 'DOUBLE',
    "previous_change": 'DOUBLE',
    "previous_movement": 'VARCHAR',
    "previous_meaning": 'VARCHAR',
    "last_year_period": 'VARCHAR',
    "last_year_value": 'DOUBLE',
    "last_year_change": 'DOUBLE',
    "last_year_movement": 'VARCHAR',
    "last_year_meaning": 'VARCHAR',
    "baseline_period": 'VARCHAR',
    "baseline_value": 'DOUBLE',
    "baseline_change": 'DOUBLE',
    "baseline_movement": 'VARCHAR',
    "baseline_meaning": 'VARCHAR',
    "variation": 'VARCHAR',
    "assurance": 'VARCHAR',
    "range_lower": 'DOUBLE',
    "range_upper": 'DOUBLE',
    "year_end_value": 'DOUBLE',
    "year_end_prospect": 'VARCHAR',
    "comparison": 'VARCHAR',
    "source_place": 'VARCHAR',
    "target_level": 'VARCHAR',
    "tolerance_kind": 'VARCHAR',
    "tolerance": 'DOUBLE',
    "from_day": 'DATE',
    "from_precision": 'VARCHAR',
    "until_day": 'DATE',
    "until_precision": 'VARCHAR',
    "break_day": 'DATE',
    "is_comparable": 'BOOLEAN',
    "author_title": 'VARCHAR',
    "made_day": 'DATE',
    "made_precision": 'VARCHAR',
    "exception_kind": 'VARCHAR',
    "action": 'VARCHAR',
    "points": 'DOUBLE',
    "line": 'BIGINT',
    "indicators": 'VARCHAR',
    "previous_shown": 'VARCHAR',
    "printed_rating": 'VARCHAR',
    "contradiction_kind": 'VARCHAR',
    "printed": 'VARCHAR',
    "plan": 'VARCHAR',
    "plan_title": 'VARCHAR',
    "start_day": 'DATE',
    "start_precision": 'VARCHAR',
    "end_day": 'DATE',
    "end_precision": 'VARCHAR',
    "actions_count": 'BIGINT',
    "replaces": 'VARCHAR',
    "inspections": 'VARCHAR',
    "theme": 'VARCHAR',
    "theme_title": 'VARCHAR',
    "position_day": 'DATE',
    "done_count": 'BIGINT',
    "overdue_count": 'BIGINT',
    "due_count": 'BIGINT',
    "due_and_done_count": 'BIGINT',
    "without_status_count": 'BIGINT',
    "not_started_count": 'BIGINT',
    "on_track_count": 'BIGINT',
    "at_risk_count": 'BIGINT',
    "off_track_count": 'BIGINT',
    "complete_count": 'BIGINT',
    "embedded_count": 'BIGINT',
    "reference": 'VARCHAR',
    "other_owners": 'VARCHAR',
    "partner": 'VARCHAR',
    "priority": 'VARCHAR',
    "due_day": 'DATE',
    "due_precision": 'VARCHAR',
    "completed_day": 'DATE',
    "completed_precision": 'VARCHAR',
    "status": 'VARCHAR',
    "is_done": 'BOOLEAN',
    "is_overdue": 'BOOLEAN',
    "recommendations": 'VARCHAR',
    "evidence": 'VARCHAR',
    "measure_of_success": 'VARCHAR',
    "own_columns": 'VARCHAR',
    "reported_day": 'DATE',
    "reported_precision": 'VARCHAR',
    "commitment": 'VARCHAR',
    "is_reached": 'BOOLEAN',
    "progress": 'VARCHAR',
    "progress_state": 'VARCHAR',
    "references": 'VARCHAR',
    "risk": 'VARCHAR',
    "risk_kind": 'VARCHAR',
    "inherent_likelihood": 'BIGINT',
    "inherent_impact": 'BIGINT',
    "inherent_score": 'BIGINT',
    "residual_likelihood": 'BIGINT',
    "residual_impact": 'BIGINT',
    "residual_score": 'BIGINT',
    "response": 'VARCHAR',
    "plans": 'VARCHAR',
    "budget": 'VARCHAR',
    "budget_kind": 'VARCHAR',
    "pounds": 'DOUBLE',
    "part_of": 'VARCHAR',
    "revises": 'VARCHAR',
    "agreed_by": 'VARCHAR',
    "note": 'VARCHAR',
    "agreed_day": 'DATE',
    "agreed_precision": 'VARCHAR',
    "commitment_kind": 'VARCHAR',
    "commitment_set": 'VARCHAR',
    "approved_day": 'DATE',
    "approved_precision": 'VARCHAR',
    "audit_result": 'VARCHAR',
    "domain": 'VARCHAR',
    "team": 'VARCHAR',
    "method": 'VARCHAR',
    "method_title": 'VARCHAR',
    "cases": 'BIGINT',
    "outstanding_count": 'BIGINT',
    "good_count": 'BIGINT',
    "requires_improvement_count": 'BIGINT',
    "inadequate_count": 'BIGINT',
    "outstanding_share": 'DOUBLE',
    "good_share": 'DOUBLE',
    "requires_improvement_share": 'DOUBLE',
    "inadequate_share": 'DOUBLE',
    "planned_count": 'BIGINT',
    "completed_count": 'BIGINT',
    "auditor_grade": 'VARCHAR',
    "moderator_grade": 'VARCHAR',
    "audit_theme": 'VARCHAR',
    "grade": 'VARCHAR',
    "issues": 'VARCHAR',
    "improvements": 'VARCHAR',
    "future_focus": 'VARCHAR',
    "audit_statement": 'VARCHAR',
    "direction": 'VARCHAR',
    "standard": 'VARCHAR',
    "children": 'BIGINT',
    "compliant_count": 'BIGINT',
    "failures": 'VARCHAR',
    "inspection": 'VARCHAR',
    "inspection_title": 'VARCHAR',
    "inspection_kind": 'VARCHAR',
    "inspection_body": 'VARCHAR',
    "inspection_day": 'DATE',
    "inspection_precision": 'VARCHAR',
    "framework": 'VARCHAR',
    "inspection_status": 'VARCHAR',
    "focus": 'VARCHAR',
    "is_sub_judgement": 'BOOLEAN',
    "finding": 'VARCHAR',
    "finding_kind": 'VARCHAR',
    "actions": 'VARCHAR',
    "outcome": 'VARCHAR',
    "outcome_reason": 'VARCHAR',
    "recommendation": 'VARCHAR',
    "recommendation_kind": 'VARCHAR',
    "findings": 'VARCHAR',
    "requirement": 'VARCHAR',
    "cadence": 'VARCHAR',
    "is_report": 'BOOLEAN',
    "paper": 'VARCHAR',
    "paper_kind": 'VARCHAR',
    "is_key_decision": 'BOOLEAN',
    "meeting_day": 'DATE',
    "meeting_precision": 'VARCHAR',
    "number": 'BIGINT',
    "decision_kind": 'VARCHAR',
    "fact": 'VARCHAR',
    "fact_day": 'DATE',
    "fact_precision": 'VARCHAR',
    "board": 'VARCHAR',
    "check": 'VARCHAR',
    "check_outcome": 'VARCHAR',
    "statement": 'VARCHAR',
    "severity": 'VARCHAR',
    "claim": 'VARCHAR',
    "claim_kind": 'VARCHAR',
    "stated": 'VARCHAR',
    "stated_value": 'DOUBLE',
    "verdict": 'VARCHAR',
    "verdict_reason": 'VARCHAR',
    "computed": 'DOUBLE',
    "computed_rating": 'VARCHAR',
    "mistakes": 'VARCHAR',
    "paragraph": 'VARCHAR',
    "numerator": 'DOUBLE',
    "denominator": 'DOUBLE',
    "counts": 'BOOLEAN',
    "qualifier": 'VARCHAR',
    "period_basis": 'VARCHAR'
  });

-- What the publication says about itself. The first line, and the only one of its kind.
CREATE OR REPLACE MACRO report_publication(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "schema_version", "generator", "title", "committee", "author", "audience", "language", "is_synthetic", "area", "area_title", "period", "period_kind", "first_day", "last_day", "contact", "next_release_day", "next_release_precision"
  FROM report_lines(files) WHERE record = 'publication';

-- Something that this version leaves out, by kind and never by content.
CREATE OR REPLACE MACRO report_withheld(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "item", "text", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'withheld';

-- An area that figures are about.
CREATE OR REPLACE MACRO report_area(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "area", "area_title", "area_kind", "is_own_area", "ons_code", "dfe_code", "members"
  FROM report_lines(files) WHERE record = 'area';

-- A document or data set that figures come from.
CREATE OR REPLACE MACRO report_document(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "source", "title", "publisher", "address", "published_day", "published_precision", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'document';

-- A part of the population, such as a team or an age group.
CREATE OR REPLACE MACRO report_category(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "breakdown", "breakdown_title", "category", "category_title", "parent", "is_total"
  FROM report_lines(files) WHERE record = 'category';

-- An indicator: what it is and its latest position. The columns from `area` on are null where the report has no figure of it.
CREATE OR REPLACE MACRO report_indicator(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "indicator", "indicator_title", "indicator_group", "service", "definition", "unit", "decimals", "accumulation", "polarity", "breakdown", "owner", "owner_title", "area", "area_title", "period", "period_kind", "first_day", "last_day", "value", "missing", "shown", "rating", "rating_reason", "target", "target_kind", "target_lower", "target_upper", "target_distance", "previous_period", "previous_value", "previous_change", "previous_movement", "previous_meaning", "last_year_period", "last_year_value", "last_year_change", "last_year_movement", "last_year_meaning", "baseline_period", "baseline_value", "baseline_change", "baseline_movement", "baseline_meaning", "variation", "assurance", "range_lower", "range_upper", "year_end_value", "year_end_prospect", "comparison", "source", "source_place", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'indicator';

-- A target of an indicator, for the time that it holds.
CREATE OR REPLACE MACRO report_target(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "indicator", "indicator_title", "unit", "target", "target_kind", "target_lower", "target_upper", "target_level", "tolerance_kind", "tolerance", "from_day", "from_precision", "until_day", "until_precision", "source", "source_place", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'target';

-- A break in a series, such as a new definition, across which figures are not compared.
CREATE OR REPLACE MACRO report_break(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "indicator", "indicator_title", "unit", "break_day", "text", "is_comparable", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'break';

-- A remark on an indicator by the role that answers for it.
CREATE OR REPLACE MACRO report_remark(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "indicator", "indicator_title", "unit", "period", "period_kind", "first_day", "last_day", "text", "author", "author_title", "made_day", "made_precision", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'remark';

-- Something that the report is worried about, or that works well, the most important first.
CREATE OR REPLACE MACRO report_exception(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "exception_kind", "indicator", "indicator_title", "action", "points", "text"
  FROM report_lines(files) WHERE record = 'exception';

-- A line of a dashboard as a source prints it.
CREATE OR REPLACE MACRO report_dashboard_line(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "line", "indicator_group", "indicator_title", "indicators", "period", "period_kind", "first_day", "last_day", "previous_shown", "previous_value", "shown", "value", "target", "printed_rating", "source", "source_place", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'dashboard_line';

-- Something on a line of the printed dashboard that the rest of the line contradicts.
CREATE OR REPLACE MACRO report_contradiction(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "line", "contradiction_kind", "printed", "shown", "text"
  FROM report_lines(files) WHERE record = 'contradiction';

-- An improvement plan.
CREATE OR REPLACE MACRO report_plan(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "plan", "plan_title", "start_day", "start_precision", "end_day", "end_precision", "actions_count", "replaces", "inspections", "source", "source_place", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'plan';

-- How far a plan had come by the date of the report: as a whole, where `theme` and `theme_title` are null, then theme by theme.
CREATE OR REPLACE MACRO report_plan_position(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "plan", "plan_title", "theme", "theme_title", "position_day", "actions_count", "done_count", "overdue_count", "due_count", "due_and_done_count", "without_status_count", "not_started_count", "on_track_count", "at_risk_count", "off_track_count", "complete_count", "embedded_count", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'plan_position';

-- An action of an improvement plan, as of the date of the report.
CREATE OR REPLACE MACRO report_action(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "plan", "plan_title", "action", "reference", "theme", "theme_title", "title", "text", "owner", "owner_title", "other_owners", "partner", "priority", "start_day", "start_precision", "due_day", "due_precision", "completed_day", "completed_precision", "status", "is_done", "is_overdue", "indicators", "recommendations", "evidence", "measure_of_success", "own_columns", "source", "source_place", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'action';

-- A status of an action at a time; the last is the one that `action` has.
CREATE OR REPLACE MACRO report_action_status(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "plan", "plan_title", "action", "title", "status", "text", "reported_day", "reported_precision", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'action_status';

-- A date by which something is to be reached: of an action, of a commitment, or of the report as a whole.
CREATE OR REPLACE MACRO report_milestone(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "plan", "action", "commitment", "text", "is_reached", "indicators", "due_day", "due_precision", "source", "source_place", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'milestone';

-- A note on progress with a plan.
CREATE OR REPLACE MACRO report_progress(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "plan", "plan_title", "progress", "theme", "theme_title", "period", "period_kind", "first_day", "last_day", "text", "progress_state", "status", "references", "indicators", "recommendations", "due_day", "due_precision", "source", "source_place", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'progress';

-- A risk.
CREATE OR REPLACE MACRO report_risk(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "risk", "title", "risk_kind", "inherent_likelihood", "inherent_impact", "inherent_score", "residual_likelihood", "residual_impact", "residual_score", "response", "owner", "owner_title", "plans", "indicators", "source", "source_place", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'risk';

-- An amount of money.
CREATE OR REPLACE MACRO report_budget(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "budget", "budget_kind", "title", "pounds", "printed", "period", "period_kind", "first_day", "last_day", "part_of", "revises", "agreed_by", "note", "agreed_day", "agreed_precision", "source", "source_place", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'budget';

-- A pledge, a priority or a principle.
CREATE OR REPLACE MACRO report_commitment(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "commitment", "commitment_kind", "commitment_set", "title", "text", "indicators", "approved_day", "approved_precision", "source", "source_place"
  FROM report_lines(files) WHERE record = 'commitment';

-- The grades of a set of audited cases.
CREATE OR REPLACE MACRO report_audit_result(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "audit_result", "domain", "team", "method", "method_title", "reference", "period", "period_kind", "first_day", "last_day", "cases", "outstanding_count", "good_count", "requires_improvement_count", "inadequate_count", "outstanding_share", "good_share", "requires_improvement_share", "inadequate_share", "source", "source_place", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'audit_result';

-- How many audits were planned and completed.
CREATE OR REPLACE MACRO report_audit_activity(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "period", "period_kind", "first_day", "last_day", "method", "method_title", "domain", "team", "planned_count", "completed_count", "note", "source", "source_place"
  FROM report_lines(files) WHERE record = 'audit_activity';

-- Cases that an auditor and a moderator graded.
CREATE OR REPLACE MACRO report_moderation(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "domain", "team", "auditor_grade", "moderator_grade", "cases", "period", "period_kind", "first_day", "last_day"
  FROM report_lines(files) WHERE record = 'moderation';

-- What a thematic audit found.
CREATE OR REPLACE MACRO report_audit_theme(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "audit_theme", "title", "grade", "printed", "issues", "improvements", "future_focus", "indicators", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'audit_theme';

-- What is said of the quality of practice.
CREATE OR REPLACE MACRO report_audit_statement(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "audit_statement", "domain", "team", "direction", "text", "indicators", "period", "period_kind", "first_day", "last_day", "source", "source_place"
  FROM report_lines(files) WHERE record = 'audit_statement';

-- How many cases kept to a practice standard.
CREATE OR REPLACE MACRO report_compliance(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "standard", "cases", "children", "compliant_count", "failures", "period", "period_kind", "first_day", "last_day", "source", "source_place"
  FROM report_lines(files) WHERE record = 'compliance';

-- An inspection, visit, review or direction.
CREATE OR REPLACE MACRO report_inspection(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "inspection", "inspection_title", "inspection_kind", "inspection_body", "inspection_day", "inspection_precision", "framework", "inspection_status", "start_day", "start_precision", "end_day", "end_precision", "published_day", "published_precision", "focus", "note", "source", "source_place", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'inspection';

-- A grade that an inspection gave.
CREATE OR REPLACE MACRO report_judgement(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "inspection", "inspection_title", "inspection_kind", "inspection_body", "inspection_day", "inspection_precision", "domain", "grade", "is_sub_judgement", "note", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'judgement';

-- A finding of an inspection, and whether what was done about it worked.
CREATE OR REPLACE MACRO report_finding(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "inspection", "inspection_title", "inspection_kind", "inspection_body", "inspection_day", "inspection_precision", "finding", "finding_kind", "theme_title", "text", "actions", "indicators", "outcome", "outcome_reason", "source", "source_place", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'finding';

-- A recommendation of an inspection or of the audit programme.
CREATE OR REPLACE MACRO report_recommendation(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "inspection", "inspection_title", "recommendation", "recommendation_kind", "reference", "theme_title", "text", "findings", "indicators", "due_day", "due_precision", "source", "source_place", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'recommendation';

-- Something that a direction requires.
CREATE OR REPLACE MACRO report_requirement(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "inspection", "inspection_title", "inspection_kind", "inspection_body", "inspection_day", "inspection_precision", "requirement", "reference", "text", "cadence", "is_report", "due_day", "source", "source_place", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'requirement';

-- A report to a committee.
CREATE OR REPLACE MACRO report_paper(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "paper", "title", "committee", "paper_kind", "reference", "part_of", "is_key_decision", "meeting_day", "meeting_precision", "period", "period_kind", "first_day", "last_day", "source", "source_place", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'paper';

-- Something that the committee is asked to decide.
CREATE OR REPLACE MACRO report_decision(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "paper", "number", "decision_kind", "text", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'decision';

-- A fact without an indicator.
CREATE OR REPLACE MACRO report_fact(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "fact", "text", "value", "area_title", "fact_day", "fact_precision", "source", "source_place"
  FROM report_lines(files) WHERE record = 'fact';

-- A board or panel.
CREATE OR REPLACE MACRO report_board(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "board", "title", "owner", "owner_title", "cadence", "source", "source_place"
  FROM report_lines(files) WHERE record = 'board';

-- Something that was checked in the sources.
CREATE OR REPLACE MACRO report_check(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "check", "check_outcome", "statement", "printed", "shown", "severity", "indicators", "note", "source", "source_place", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'check';

-- A sentence of the report that states a figure, and what came of checking it.
CREATE OR REPLACE MACRO report_claim(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "claim", "statement", "claim_kind", "stated", "stated_value", "verdict", "verdict_reason", "computed", "computed_rating", "mistakes", "paragraph", "note", "source", "source_place", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'claim';

-- A figure: the value of an indicator in a period, an area and, where it is split, a category.
CREATE OR REPLACE MACRO report_observation(files) AS TABLE
  SELECT "report", "organisation", "report_date", "report_last_day", "indicator", "indicator_title", "indicator_group", "service", "unit", "polarity", "breakdown", "breakdown_title", "period", "period_kind", "first_day", "last_day", "area", "area_title", "area_kind", "ons_code", "dfe_code", "category", "category_title", "value", "numerator", "denominator", "missing", "rating", "target", "target_kind", "target_lower", "target_upper", "target_distance", "counts", "qualifier", "printed", "period_basis", "note", "source", "source_place", "exempt_paragraphs", "agreements"
  FROM report_lines(files) WHERE record = 'observation';
