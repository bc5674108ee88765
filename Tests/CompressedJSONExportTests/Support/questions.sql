-- Questions that people ask of reports, one statement each. $files are the lines of one report or of many.

-- 1. Which measures were red in the last three months, by team?
SELECT category_title AS team, indicator_title, count(*) AS months_red
FROM report_observation($files)
WHERE rating = 'red' AND counts AND breakdown = 'team' AND category IS NOT NULL
  AND last_day > report_last_day - INTERVAL 3 MONTH AND last_day <= report_last_day
GROUP BY ALL ORDER BY months_red DESC, team, indicator_title;

-- 2. How many measures are red, amber and green now?
SELECT rating, count(*) AS measures FROM report_indicator($files) WHERE rating IS NOT NULL GROUP BY rating ORDER BY rating;

-- 3. Which measures miss their target, and by how much?
SELECT indicator_title, shown, target, round(target_distance, 1) AS distance
FROM report_indicator($files) WHERE rating IN ('red', 'amber') ORDER BY abs(target_distance) DESC;

-- 4. Which values meet their target as numbers?
SELECT indicator_title, value FROM report_indicator($files)
WHERE target_kind IS NOT NULL AND value >= coalesce(target_lower, '-infinity'::DOUBLE) AND value <= coalesce(target_upper, 'infinity'::DOUBLE);

-- 5. Which measures are worsening, and for how long have they been watched?
SELECT i.indicator_title, i.previous_change, min(o.first_day) AS since
FROM report_indicator($files) i JOIN report_observation($files) o USING (report, indicator)
WHERE i.previous_meaning = 'worsening' OR i.last_year_meaning = 'worsening' GROUP BY ALL;

-- 6. How do we compare with England?
SELECT own.indicator_title, own.value AS ours, other.value AS england
FROM report_observation($files) own JOIN report_observation($files) other USING (report, indicator, period)
JOIN report_area($files) area ON area.report = own.report AND area.area = own.area AND area.is_own_area
WHERE other.area_kind = 'country' AND own.category IS NULL AND other.category IS NULL AND own.counts AND other.counts;

-- 7. What was the course of each measure over the last twelve months?
SELECT indicator, list(value ORDER BY last_day) AS course FROM report_observation($files)
WHERE category IS NULL AND counts AND last_day > report_last_day - INTERVAL 12 MONTH GROUP BY indicator;

-- 8. Which figures are suppressed?
SELECT indicator_title, count(*) AS hidden FROM report_observation($files) WHERE missing = 'suppressed' GROUP BY ALL ORDER BY hidden DESC;

-- 9. Why are figures missing?
SELECT missing, count(*) FROM report_observation($files) WHERE missing IS NOT NULL GROUP BY missing;

-- 10. Which figures does the report have twice, and which of them does it use?
SELECT indicator, period, area, category, value, counts FROM report_observation($files)
QUALIFY count(*) OVER (PARTITION BY report, indicator, period, area, category) > 1 ORDER BY ALL;

-- 11. How did targets change over time?
SELECT indicator_title, from_day, until_day, target, target_level FROM report_target($files) ORDER BY indicator_title, from_day NULLS FIRST;

-- 12. Which targets have no tolerance?
SELECT indicator_title, target FROM report_target($files) WHERE tolerance_kind IS NULL;

-- 13. What was said about the red measures?
SELECT r.indicator_title, r.period, r.text, r.author_title
FROM report_remark($files) r JOIN report_indicator($files) i USING (report, indicator) WHERE i.rating = 'red';

-- 14. Which red measures has nobody remarked on?
SELECT i.indicator_title, i.owner_title FROM report_indicator($files) i ANTI JOIN report_remark($files) r USING (report, indicator) WHERE i.rating = 'red';

-- 15. Which series have a break?
SELECT indicator_title, break_day, text FROM report_break($files) ORDER BY break_day;

-- 16. What is the report worried about, and what works well?
SELECT exception_kind, coalesce(e.indicator_title, a.title) AS what, e.text
FROM report_exception($files) e LEFT JOIN report_action($files) a USING (report, action) ORDER BY exception_kind, points DESC;

-- 17. Which actions are overdue, and by how many days?
SELECT reference, title, owner_title, due_day, report_date - due_day AS days FROM report_action($files) WHERE is_overdue ORDER BY days DESC;

-- 18. Which actions fall due in the next three months?
SELECT reference, title, due_day FROM report_action($files) WHERE NOT is_done AND due_day BETWEEN report_date AND report_date + INTERVAL 3 MONTH ORDER BY due_day;

-- 19. How far is each theme?
SELECT plan_title, theme_title, done_count, actions_count, round(100.0 * done_count / nullif(actions_count, 0)) AS percent FROM report_plan_position($files);

-- 20. Who has most to do?
SELECT owner_title, count(*) FILTER (NOT is_done) AS open FROM report_action($files) GROUP BY owner_title ORDER BY open DESC;

-- 21. Which actions name no measure?
SELECT reference, title FROM report_action($files) WHERE indicators IS NULL;

-- 22. Which actions changed status since the last quarter?
SELECT action, title, status, reported_day FROM report_action_status($files) WHERE reported_day > report_date - INTERVAL 3 MONTH ORDER BY reported_day;

-- 23. Which actions went back from complete?
SELECT action, title FROM (
  SELECT *, lag(status) OVER (PARTITION BY report, action ORDER BY reported_day) AS before FROM report_action_status($files))
WHERE before IN ('complete', 'embedded') AND status NOT IN ('complete', 'embedded');

-- 24. Which milestones were not reached in time?
SELECT text, due_day, action, commitment FROM report_milestone($files) WHERE due_day < report_date AND is_reached IS DISTINCT FROM true;

-- 25. What was reported on progress by theme?
SELECT theme_title, progress_state, count(*) FROM report_progress($files) GROUP BY ALL;

-- 26. Which risks are still high after what is done about them?
SELECT title, inherent_score, residual_score, owner_title FROM report_risk($files) WHERE residual_score >= 12 ORDER BY residual_score DESC;

-- 27. Which risks did the response not lower?
SELECT title FROM report_risk($files) WHERE residual_score >= inherent_score;

-- 28. What is the saving against its target?
SELECT budget_kind, sum(pounds) AS pounds FROM report_budget($files) WHERE part_of IS NULL GROUP BY budget_kind;

-- 29. Which pledges have measures?
SELECT commitment_set, title, indicators FROM report_commitment($files) WHERE indicators IS NOT NULL;

-- 30. What share of audits was good or better, by part of practice?
SELECT domain, period, cases, round(outstanding_share + good_share, 1) AS good_or_better FROM report_audit_result($files) ORDER BY domain, first_day;

-- 31. Which teams have the most inadequate audits?
SELECT team, sum(inadequate_count) AS inadequate, sum(cases) AS cases FROM report_audit_result($files) GROUP BY team ORDER BY inadequate DESC NULLS LAST;

-- 32. Were as many audits completed as planned?
SELECT period, method_title, sum(completed_count) AS completed, sum(planned_count) AS planned FROM report_audit_activity($files) GROUP BY ALL;

-- 33. How often do auditor and moderator agree?
SELECT domain, sum(cases) FILTER (auditor_grade = moderator_grade) AS agreed, sum(cases) AS cases FROM report_moderation($files) GROUP BY domain;

-- 34. How many cases kept to each standard?
SELECT standard, period, 100.0 * compliant_count / nullif(cases, 0) AS percent FROM report_compliance($files);

-- 35. Which findings have no action?
SELECT inspection_title, text FROM report_finding($files) WHERE finding_kind <> 'strength' AND actions IS NULL;

-- 36. Did what was done about the findings work?
SELECT outcome, count(*) FROM report_finding($files) WHERE outcome IS NOT NULL GROUP BY outcome;

-- 37. How have the judgements of inspectors changed?
SELECT domain, list(grade ORDER BY inspection_day) AS grades FROM report_judgement($files) GROUP BY domain;

-- 38. Which recommendations are due, and which actions answer them?
SELECT r.text, r.due_day, string_agg(a.title, '; ') AS actions
FROM report_recommendation($files) r LEFT JOIN report_action($files) a
  ON a.report = r.report AND list_contains(string_split(a.recommendations, '; '), r.recommendation)
GROUP BY r.text, r.due_day ORDER BY r.due_day;

-- 39. Which sentences of the report contradict its figures?
SELECT paragraph, statement, stated, computed, verdict_reason FROM report_claim($files) WHERE verdict = 'contradicted';

-- 40. What does this version leave out, and who is asked about it?
SELECT p.title, p.contact, p.next_release_day, w.item, w.text
FROM report_publication($files) p LEFT JOIN report_withheld($files) w USING (report);
