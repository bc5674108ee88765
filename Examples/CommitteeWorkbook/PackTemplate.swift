/// The files of the pack that `init` makes: a small one that works, with a line or two of everything.
enum PackTemplate {
    static let files: [(name: String, text: String)] = [
        ("pack.yaml", pack), ("indicators.csv", indicators), ("targets.csv", targets),
        ("observations.csv", observations), ("commentary.csv", commentary), ("plans.yaml", plans),
        ("actions.csv", actions), ("progress.csv", progress), ("audits.yaml", audits), ("audit-grades.csv", grades),
        ("audit-activity.csv", activity), ("inspections.yaml", inspections), ("report.yaml", report),
        ("context.yaml", context), ("risks.csv", risks), ("claims.csv", claims), ("README.md", readme),
    ]

    private static let pack = """
        # What this report is. Lines that begin with # are remarks.
        schema: 1
        title: Children's services performance report
        organisation: Exampleton Council
        area: exampleton
        period: 2026-06
        date: 2026-07-14
        # Remove this line once the figures are your own:
        synthetic: yes
        baseline: {title: Inspection of March 2025, period: 2025-03, inspection: ILACS-2025}
        areas:
          - {id: exampleton, title: Exampleton, kind: local-authority}
          - england
        roles:
          - {id: director, title: Director of Children's Services}
          - {id: head-of-assessment, title: Head of Assessment}
        sources:
          - {id: case-system, title: Case management system, publisher: Exampleton Council}

        """

    private static let indicators = """
        id,title,group,service,definition,numerator,denominator,unit,decimals,polarity,target,tolerance,timescale,timescale_from,timescale_authority,owner,plan_references
        assessments-45-days,Assessments completed within 45 working days,Assessment,children-in-need,Assessments completed in time as a share of all completed in the month,Completed within 45 working days,Assessments completed,percent,1,higher-is-better,,,45 working days,referral,statutory,head-of-assessment,1a(i)
        repeat-referrals,Referrals within 12 months of an earlier one,Front door,front-door,,Referrals with an earlier one within 12 months,Referrals,percent,1,lower-is-better,at most 20,2,,,,head-of-assessment,1a(ii)
        caseload,Average caseload of social workers,Workforce,workforce,,,,ratio,1,in-range,12 to 16,1,,,,director,

        """

    private static let targets = """
        indicator,target,tolerance,level,from,until
        assessments-45-days,at least 85,5,local,2024-04-01,2026-03-31
        assessments-45-days,at least 90,5,local,2026-04-01,

        """

    private static let observations = """
        indicator,period,area,numerator,denominator,value,note,source
        assessments-45-days,2025-03,,149,190,,,case-system
        assessments-45-days,2026-05,,171,190,,,case-system
        assessments-45-days,2026-06,,168,196,,Two teams were short of staff.,case-system
        repeat-referrals,2025-03,,61,248,,,case-system
        repeat-referrals,2026-05,,52,251,,,case-system
        repeat-referrals,2026-06,,47,242,,,case-system
        repeat-referrals,FY2024-25,england,,,22.4,An example; put the published figure here.,
        caseload,2025-03,,,,17.8,,case-system
        caseload,2026-05,,,,15.2,,case-system
        caseload,2026-06,,,,[x],The figure was not ready when the report was written.,case-system

        """

    private static let commentary = """
        indicator,period,text,author
        assessments-45-days,2026-06,Timeliness fell because two posts were vacant; both are filled from July.,head-of-assessment

        """

    private static let plans = """
        plans:
          - id: improvement-plan
            title: Improvement plan 2025 to 2027
            start: 2025-06
            end: 2027-03
            responds_to: [ILACS-2025]
            themes:
              - id: theme-1
                prefix: "1"
                title: Timely help
                aim: Children get help as soon as they need it.
                outcomes:
                  - {reference: 1a, title: Assessments are timely and end in the right help}

        """

    private static let actions = """
        reference,theme,title,owner,start,due,completed,status,status_date,status_commentary,indicators,evidence
        1a(i),theme-1,Weekly tracking of open assessments,head-of-assessment,2025-06,2025-09-30,2025-09-26,embedded,2026-06-30,,assessments-45-days,Tracker reviewed each week by the head of service
        1a(ii),theme-1,Review of cases that come back within a year,head-of-assessment,2026-01,2026-07-31,,on-track,2026-06-30,Sixty of eighty cases reviewed.,repeat-referrals,

        """

    private static let progress = """
        id,period,theme,references,text,state
        P-1,2026-06,theme-1,1a(i),The tracker is used in all teams.,done

        """

    private static let audits = """
        title: Practice audit programme 2026
        methods:
          - {id: case-file, title: Case file audit, text: Two managers read a child's record together.}
        themes:
          - id: planning
            title: Planning
            grade: requires-improvement
            issues: [Plans do not always say who will do what by when.]
            improvements: [Children's views shape more of the plans.]

        """

    private static let grades = """
        period,domain,team,method,measured_as,outstanding,good,requires_improvement,inadequate
        FY2026-27-Q1,planning,,case-file,counts,1,14,9,2

        """

    private static let activity = """
        period,method,subject,planned,completed
        FY2026-27-Q1,case-file,Planning,30,26

        """

    private static let inspections = """
        inspections:
          - id: ILACS-2025
            kind: inspection
            framework: ILACS
            body: Ofsted
            title: Inspection of children's services
            status: held
            start: 2025-03-10
            end: 2025-03-21
            published: 2025-05-06
            judgements:
              - {area: overall effectiveness, grade: requires-improvement}
            findings:
              - {id: F-1, kind: area-for-improvement, theme: assessment, text: Assessments take too long for some children., plan_references: [1a(i)], indicators: [assessments-45-days]}
              - {id: F-2, kind: strength, theme: leadership, text: Leaders know the service well.}

        """

    private static let report = """
        reports:
          - id: committee-report
            title: Children's services performance report
            committee: Children and Families Committee
            date: 2026-07-22
            report_of: director
            wards: All
            status: public
            urgent: no
            key: no
            contacts: [director]
            recommendations:
              - {number: 1, action: note, text: Note the performance of children's services in June 2026.}
            # What is in braces is filled in from the figures.
            sections:
              - number: "1"
                title: Summary
                paragraphs:
                  - number: "1.1"
                    text: "{assessments-45-days@2026-06} of assessments were completed in time, {assessments-45-days@2026-06 | change from 2026-05} since May."

        """

    private static let context = """
        commitments:
          - id: pledge
            kind: pledge
            title: Our pledge to children in care
            items:
              - {id: PL-1, title: We listen to you, text: Your views shape every decision about your life.}

        """

    private static let risks = """
        id,title,kind,residual_likelihood,residual_impact,response,owner
        R-1,Vacant posts slow assessments down,service,3,4,Recruitment campaign and agency cover,head-of-assessment

        """

    private static let claims = """
        id,statement,kind,stated,figure,compared_with,out_of,paragraph
        C-1,Fewer referrals come back than at the inspection: 5.2 percentage points fewer.,percentage-points,5.2 fewer,repeat-referrals@2026-06,repeat-referrals@2025-03,,1.2
        C-2,"Of 196 assessments, 168 were completed in time, which is 85.7%.",share,85.7%,168,,196,1.3

        """

    private static let readme = """
        # A report pack

        Every file here can be changed in Excel or a text editor; save tables as "CSV UTF-8". Delete the files that you do not
        need: only `pack.yaml` has to be there. What each column and key means is on the page "Report packs" of the
        documentation of FamilyServicesKit.

        - `committee-workbook FOLDER --check` says what is wrong, with file, line and column.
        - `committee-workbook FOLDER` makes the workbook for the public; add `--audience members` or `--audience officers`.

        """
}
