extension LocalAuthority {
    /// The register, one authority a line: the code of the Department for Education, identifier, name, codes of the Office for
    /// National Statistics (each later one with its first day), region or part of London, first day, last day, successors, other
    /// names.
    ///
    /// Codes, names and regions are those of the children in need statistics of 2013 to 2025; days are those of the orders that
    /// changed the councils. A blank first day lies before those statistics, a blank last day in the future. The codes of the
    /// two councils that replace Surrey's are not known yet.
    static let register = """
        201|city-of-london|City of London|E09000001|inner-london||||City of London Corporation
        202|camden|Camden|E09000007|inner-london||||
        203|greenwich|Greenwich|E09000011|outer-london||||
        204|hackney|Hackney|E09000012|inner-london||||
        205|hammersmith-and-fulham|Hammersmith and Fulham|E09000013|inner-london||||Hammersmith & Fulham
        206|islington|Islington|E09000019|inner-london||||
        207|kensington-and-chelsea|Kensington and Chelsea|E09000020|inner-london||||Kensington & Chelsea
        208|lambeth|Lambeth|E09000022|inner-london||||
        209|lewisham|Lewisham|E09000023|inner-london||||
        210|southwark|Southwark|E09000028|inner-london||||
        211|tower-hamlets|Tower Hamlets|E09000030|inner-london||||
        212|wandsworth|Wandsworth|E09000032|inner-london||||
        213|westminster|Westminster|E09000033|inner-london||||City of Westminster
        301|barking-and-dagenham|Barking and Dagenham|E09000002|outer-london||||Barking & Dagenham
        302|barnet|Barnet|E09000003|outer-london||||
        303|bexley|Bexley|E09000004|outer-london||||
        304|brent|Brent|E09000005|outer-london||||
        305|bromley|Bromley|E09000006|outer-london||||
        306|croydon|Croydon|E09000008|outer-london||||
        307|ealing|Ealing|E09000009|outer-london||||
        308|enfield|Enfield|E09000010|outer-london||||
        309|haringey|Haringey|E09000014|inner-london||||
        310|harrow|Harrow|E09000015|outer-london||||
        311|havering|Havering|E09000016|outer-london||||
        312|hillingdon|Hillingdon|E09000017|outer-london||||
        313|hounslow|Hounslow|E09000018|outer-london||||
        314|kingston-upon-thames|Kingston upon Thames|E09000021|outer-london||||Kingston;Royal Borough of Kingston upon Thames
        315|merton|Merton|E09000024|outer-london||||
        316|newham|Newham|E09000025|inner-london||||
        317|redbridge|Redbridge|E09000026|outer-london||||
        318|richmond-upon-thames|Richmond upon Thames|E09000027|outer-london||||Richmond
        319|sutton|Sutton|E09000029|outer-london||||
        320|waltham-forest|Waltham Forest|E09000031|outer-london||||
        330|birmingham|Birmingham|E08000025|west-midlands||||
        331|coventry|Coventry|E08000026|west-midlands||||
        332|dudley|Dudley|E08000027|west-midlands||||
        333|sandwell|Sandwell|E08000028|west-midlands||||
        334|solihull|Solihull|E08000029|west-midlands||||
        335|walsall|Walsall|E08000030|west-midlands||||
        336|wolverhampton|Wolverhampton|E08000031|west-midlands||||
        340|knowsley|Knowsley|E08000011|north-west||||
        341|liverpool|Liverpool|E08000012|north-west||||
        342|st-helens|St. Helens|E08000013|north-west||||St Helens
        343|sefton|Sefton|E08000014|north-west||||
        344|wirral|Wirral|E08000015|north-west||||
        350|bolton|Bolton|E08000001|north-west||||
        351|bury|Bury|E08000002|north-west||||
        352|manchester|Manchester|E08000003|north-west||||
        353|oldham|Oldham|E08000004|north-west||||
        354|rochdale|Rochdale|E08000005|north-west||||
        355|salford|Salford|E08000006|north-west||||
        356|stockport|Stockport|E08000007|north-west||||
        357|tameside|Tameside|E08000008|north-west||||
        358|trafford|Trafford|E08000009|north-west||||
        359|wigan|Wigan|E08000010|north-west||||
        370|barnsley|Barnsley|E08000016 E08000038@2025-04-01|yorkshire-and-the-humber||||
        371|doncaster|Doncaster|E08000017|yorkshire-and-the-humber||||
        372|rotherham|Rotherham|E08000018|yorkshire-and-the-humber||||
        373|sheffield|Sheffield|E08000019 E08000039@2025-04-01|yorkshire-and-the-humber||||
        380|bradford|Bradford|E08000032|yorkshire-and-the-humber||||City of Bradford
        381|calderdale|Calderdale|E08000033|yorkshire-and-the-humber||||
        382|kirklees|Kirklees|E08000034|yorkshire-and-the-humber||||
        383|leeds|Leeds|E08000035|yorkshire-and-the-humber||||
        384|wakefield|Wakefield|E08000036|yorkshire-and-the-humber||||
        390|gateshead|Gateshead|E08000020 E08000037@2013-04-01|north-east||||
        391|newcastle-upon-tyne|Newcastle upon Tyne|E08000021|north-east||||Newcastle
        392|north-tyneside|North Tyneside|E08000022|north-east||||
        393|south-tyneside|South Tyneside|E08000023|north-east||||
        394|sunderland|Sunderland|E08000024|north-east||||
        420|isles-of-scilly|Isles of Scilly|E06000053|south-west||||Scilly
        800|bath-and-north-east-somerset|Bath and North East Somerset|E06000022|south-west||||Bath & North East Somerset;BANES
        801|bristol|Bristol, City of|E06000023|south-west||||Bristol;City of Bristol
        802|north-somerset|North Somerset|E06000024|south-west||||
        803|south-gloucestershire|South Gloucestershire|E06000025|south-west||||
        805|hartlepool|Hartlepool|E06000001|north-east||||
        806|middlesbrough|Middlesbrough|E06000002|north-east||||
        807|redcar-and-cleveland|Redcar and Cleveland|E06000003|north-east||||Redcar & Cleveland
        808|stockton-on-tees|Stockton-on-Tees|E06000004|north-east||||Stockton;Stockton on Tees
        810|kingston-upon-hull|Kingston upon Hull, City of|E06000010|yorkshire-and-the-humber||||Hull;Kingston upon Hull;City of Kingston upon Hull
        811|east-riding-of-yorkshire|East Riding of Yorkshire|E06000011|yorkshire-and-the-humber||||
        812|north-east-lincolnshire|North East Lincolnshire|E06000012|yorkshire-and-the-humber||||
        813|north-lincolnshire|North Lincolnshire|E06000013|yorkshire-and-the-humber||||
        815|north-yorkshire|North Yorkshire|E10000023 E06000065@2023-04-01|yorkshire-and-the-humber||||
        816|york|York|E06000014|yorkshire-and-the-humber||||City of York
        821|luton|Luton|E06000032|east-of-england||||
        822|bedford|Bedford|E06000055|east-of-england||||Bedford Borough
        823|central-bedfordshire|Central Bedfordshire|E06000056|east-of-england||||
        825|buckinghamshire|Buckinghamshire|E10000002 E06000060@2020-04-01|south-east||||
        826|milton-keynes|Milton Keynes|E06000042|south-east||||
        830|derbyshire|Derbyshire|E10000007|east-midlands||||
        831|derby|Derby|E06000015|east-midlands||||
        835|dorset-county|Dorset|E10000009|south-west||2019-03-31|838;839|Dorset County Council;Dorset (Pre LG)
        836|poole|Poole|E06000029|south-west||2019-03-31|839|Poole (Pre LG)
        837|bournemouth|Bournemouth|E06000028|south-west||2019-03-31|839|Bournemouth (Pre LG)
        838|dorset|Dorset|E06000059|south-west|2019-04-01|||
        839|bournemouth-christchurch-and-poole|Bournemouth, Christchurch and Poole|E06000058|south-west|2019-04-01|||BCP;Bournemouth, Christchurch & Poole
        840|county-durham|County Durham|E06000047|north-east||||Durham
        841|darlington|Darlington|E06000005|north-east||||
        845|east-sussex|East Sussex|E10000011|south-east||||
        846|brighton-and-hove|Brighton and Hove|E06000043|south-east||||Brighton & Hove;Brighton
        850|hampshire|Hampshire|E10000014|south-east||||
        851|portsmouth|Portsmouth|E06000044|south-east||||
        852|southampton|Southampton|E06000045|south-east||||
        855|leicestershire|Leicestershire|E10000018|east-midlands||||
        856|leicester|Leicester|E06000016|east-midlands||||
        857|rutland|Rutland|E06000017|east-midlands||||
        860|staffordshire|Staffordshire|E10000028|west-midlands||||
        861|stoke-on-trent|Stoke-on-Trent|E06000021|west-midlands||||Stoke;Stoke on Trent
        865|wiltshire|Wiltshire|E06000054|south-west||||
        866|swindon|Swindon|E06000030|south-west||||
        867|bracknell-forest|Bracknell Forest|E06000036|south-east||||
        868|windsor-and-maidenhead|Windsor and Maidenhead|E06000040|south-east||||Royal Borough of Windsor and Maidenhead
        869|west-berkshire|West Berkshire|E06000037|south-east||||
        870|reading|Reading|E06000038|south-east||||
        871|slough|Slough|E06000039|south-east||||
        872|wokingham|Wokingham|E06000041|south-east||||
        873|cambridgeshire|Cambridgeshire|E10000003|east-of-england||||
        874|peterborough|Peterborough|E06000031|east-of-england||||
        876|halton|Halton|E06000006|north-west||||
        877|warrington|Warrington|E06000007|north-west||||
        878|devon|Devon|E10000008|south-west||||
        879|plymouth|Plymouth|E06000026|south-west||||
        880|torbay|Torbay|E06000027|south-west||||
        881|essex|Essex|E10000012|east-of-england||||
        882|southend-on-sea|Southend-on-Sea|E06000033|east-of-england||||Southend;Southend on Sea
        883|thurrock|Thurrock|E06000034|east-of-england||||
        884|herefordshire|Herefordshire, County of|E06000019|west-midlands||||Herefordshire
        885|worcestershire|Worcestershire|E10000034|west-midlands||||
        886|kent|Kent|E10000016|south-east||||
        887|medway|Medway|E06000035|south-east||||
        888|lancashire|Lancashire|E10000017|north-west||||
        889|blackburn-with-darwen|Blackburn with Darwen|E06000008|north-west||||Blackburn
        890|blackpool|Blackpool|E06000009|north-west||||
        891|nottinghamshire|Nottinghamshire|E10000024|east-midlands||||
        892|nottingham|Nottingham|E06000018|east-midlands||||
        893|shropshire|Shropshire|E06000051|west-midlands||||
        894|telford-and-wrekin|Telford and Wrekin|E06000020|west-midlands||||Telford & Wrekin;Telford
        895|cheshire-east|Cheshire East|E06000049|north-west||||
        896|cheshire-west-and-chester|Cheshire West and Chester|E06000050|north-west||||Cheshire West & Chester
        908|cornwall|Cornwall|E06000052|south-west||||
        909|cumbria|Cumbria|E10000006|north-west||2023-03-31|942;943|
        916|gloucestershire|Gloucestershire|E10000013|south-west||||
        919|hertfordshire|Hertfordshire|E10000015|east-of-england||||
        921|isle-of-wight|Isle of Wight|E06000046|south-east||||
        925|lincolnshire|Lincolnshire|E10000019|east-midlands||||
        926|norfolk|Norfolk|E10000020|east-of-england||||
        928|northamptonshire|Northamptonshire|E10000021|east-midlands||2021-03-31|940;941|
        929|northumberland|Northumberland|E06000048 E06000057@2013-04-01|north-east||||
        931|oxfordshire|Oxfordshire|E10000025|south-east||||
        933|somerset|Somerset|E10000027 E06000066@2023-04-01|south-west||||
        935|suffolk|Suffolk|E10000029|east-of-england||||
        936|surrey|Surrey|E10000030|south-east||2027-03-31|east-surrey;west-surrey|
        937|warwickshire|Warwickshire|E10000031|west-midlands||||
        938|west-sussex|West Sussex|E10000032|south-east||||
        940|north-northamptonshire|North Northamptonshire|E06000061|east-midlands|2021-04-01|||
        941|west-northamptonshire|West Northamptonshire|E06000062|east-midlands|2021-04-01|||
        942|cumberland|Cumberland|E06000063|north-west|2023-04-01|||
        943|westmorland-and-furness|Westmorland and Furness|E06000064|north-west|2023-04-01|||Westmorland & Furness
        |east-surrey|East Surrey||south-east|2027-04-01|||
        |west-surrey|West Surrey||south-east|2027-04-01|||
        """
}
